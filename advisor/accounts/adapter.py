"""What this site decides for django-allauth beyond its settings."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from ninja.throttling import BaseThrottle


class AccountAdapter(DefaultAccountAdapter):
    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose allowance is used up: the address that NUM_PROXIES says.

        By itself allauth would count everybody behind our proxy as one, so that
        anybody could keep all others from signing in.
        """
        return BaseThrottle().get_ident(request) or ""
