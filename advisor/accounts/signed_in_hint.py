"""A cookie that says "somebody is signed in here", and nothing else.

Public pages are the same bytes for everybody and never look at the session. A script
uses this hint to decide whether asking for the account menu is worth a request.
It grants nothing: the menu itself looks at the session.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

HINT_COOKIE = "signed_in"
_WANTED = "signed_in_hint"


@receiver(user_logged_in)
def want_hint(request: HttpRequest | None, **kwargs: Any) -> None:
    if request is not None:
        setattr(request, _WANTED, True)


@receiver(user_logged_out)
def want_no_hint(request: HttpRequest | None, **kwargs: Any) -> None:
    if request is not None:
        setattr(request, _WANTED, False)


class SignedInHintMiddleware:
    """Sets or removes the cookie on the answer to a log-in or log-out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        wanted = getattr(request, _WANTED, None)
        if wanted:
            response.set_cookie(
                HINT_COOKIE,
                "1",
                max_age=settings.SESSION_COOKIE_AGE,
                secure=bool(settings.SESSION_COOKIE_SECURE),
                samesite="Lax",
            )
        elif wanted is False:
            remove_hint(response)
        return response


def remove_hint(response: HttpResponse) -> None:
    response.delete_cookie(HINT_COOKIE, samesite="Lax")
