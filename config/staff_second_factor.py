"""Whoever may enter an admin has a second factor first (STAFF_SECOND_FACTOR)."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from config.security_headers import ADMIN_PATHS

# Recovery codes alone are a spare key without a lock.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
WORDS = (
    "Before you edit this site, add a second factor: an authenticator app or a "
    "security key. Whoever learns your password alone then gets nowhere."
)


class StaffSecondFactorMiddleware:
    """Leads staff without a second factor to where one is added.

    That page is under /account/, outside the paths guarded here, so nobody goes in
    circles. Calls with an API token are not concerned: a token has no password.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(ADMIN_PATHS) and lacks_factor(request.user):
            messages.warning(request, WORDS)
            return redirect("mfa_index")
        return self.get_response(request)


def lacks_factor(user: Any) -> bool:
    return (
        settings.STAFF_SECOND_FACTOR
        and user.is_authenticated
        and (user.is_staff or user.has_perm("wagtailadmin.access_admin"))
        and not is_mfa_enabled(user, types=FACTORS)
    )
