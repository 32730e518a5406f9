"""What this site decides for django-allauth beyond its settings."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from guide.limits import caller_address


class AccountAdapter(DefaultAccountAdapter):
    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose allowance is used up: the same address as everywhere on this site.

        By itself allauth would count everybody behind our proxy as one, so that
        anybody could keep all others from signing in.
        """
        return caller_address(request)
