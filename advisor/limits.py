"""How much one member may keep, and how often one address may try a secret link."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from guide.limits import Limit

MOST_TOKENS = 20
MOST_RECOMMENDATIONS = 1000


class LimitReachedError(ValidationError):
    """There is as much of this as one member may keep; the message says what helps."""


class LookUpLimit(Limit):
    """Per address, for pages whose address is a key: right ones and guesses alike."""

    scope = "secrets"

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"secret_links_{self.get_ident(request)}"
