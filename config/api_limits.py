"""How many calls a minute one caller may make: one address, or one member."""

from typing import Any

from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from guide.limits import Limit


class AnonymousLimit(Limit):
    """Per address, for calls nobody signed."""

    scope = "anon"

    def get_cache_key(self, request: HttpRequest) -> str | None:
        if member_of(request) is not None:
            return None
        return f"api_anonymous_{self.get_ident(request)}"


class AnalysisLimit(AnonymousLimit):
    """Per address, for rule sets of the callers' own, which cost far more to answer.

    Counted apart from everything else: neither uses the other's allowance up.
    """

    scope = "analyses"

    def get_cache_key(self, request: HttpRequest) -> str | None:
        return f"api_analyses_{self.get_ident(request)}"


class MemberLimit(Limit):
    """Per member: a second token or another address gives no second allowance."""

    scope = "auth"

    def get_cache_key(self, request: HttpRequest) -> str | None:
        member = member_of(request)
        return None if member is None else f"api_member_{member.pk}"


def member_of(request: HttpRequest) -> Any:
    """Who signed the call, or None. Asks no session: public reads must not have one."""
    auth = getattr(request, "auth", None)
    user = getattr(auth, "user", auth)
    return user if user is not None and user.is_authenticated else None


def limits() -> list[BaseThrottle]:
    return [AnonymousLimit(), MemberLimit()]
