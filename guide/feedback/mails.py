"""The two mails a writer gets: confirm your address; what was decided.

They hold no word that a stranger typed, so nobody can send his own words through us;
their links begin with BASE_URL, never with what a request calls this host.
"""

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from guide.feedback.limits import MAILS
from guide.feedback.secret_links import Message, confirm_token, manage_token

log = structlog.get_logger(__name__)
SUBJECTS = {
    "correction": "your correction",
    "comment": "your comment",
}


def ask_to_confirm(message: Message) -> None:
    """Mail the link. Raises OSError where no mail can be sent.

    A mailbox that had its share gets no mail, and whoever asked is told nothing else:
    else the form would say who wrote here.
    """
    if not MAILS.allows_mail_to(message.email):
        log.warning("confirmation_not_mailed", reason="mailbox had its share")
        return
    link = _address("guide:feedback-confirm", confirm_token(message))
    _send(message, f"Confirm {SUBJECTS[message.kind]}", "mail_confirm", link)


def tell_decision(message: Message) -> None:
    """Mail the outcome to a confirmed address. A mail that fails stops nothing."""
    if not message.email or message.confirmed_at is None:
        return
    link = _address("guide:feedback-message", manage_token(message))
    try:
        _send(message, f"What became of {SUBJECTS[message.kind]}", "mail_decided", link)
    except OSError as error:
        log.error("decision_not_mailed", kind=message.kind, error=repr(error))


def _send(message: Message, subject: str, template: str, link: str) -> None:
    context = {"message": message, "link": link, "site": settings.WAGTAIL_SITE_NAME}
    text = render_to_string(f"guide/feedback/{template}.txt", context)
    send_mail(subject, text, None, [message.email])


def _address(name: str, token: str) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(name, args=[token])
