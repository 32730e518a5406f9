"""How much one address may send, and how many mails one mailbox may get from us."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from guide.limits import Limit


def keyed_hash(purpose: str, text: str) -> str:
    """64 hexadecimal digits that tell nothing to who has not the site's secret."""
    keyed = salted_hmac(f"guide.feedback.{purpose}", text, algorithm="sha256")
    return keyed.hexdigest()


class SendingLimit(Limit):
    """Corrections, comments and reports together, per address."""

    scope = "feedback"

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"feedback_{self.sender(request)}"

    def sender(self, request: HttpRequest) -> str:
        return keyed_hash("sender", self.get_ident(request))


class MailLimit(Limit):
    """Mails to one mailbox that anybody could have asked for, whatever its +label."""

    scope = "feedback-mails"

    def allows_mail_to(self, address: str) -> bool:
        name, _, host = address.casefold().rpartition("@")
        mailbox = f"{name.partition('+')[0]}@{host}"
        return self.allows(f"feedback_mail_{keyed_hash('mailbox', mailbox)}")


SENDING = SendingLimit()
MAILS = MailLimit()
