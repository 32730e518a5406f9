"""API tokens of members: Wagtail's own kind, hashed, shown once."""

from django.db import transaction
from wagtail.models import APIToken

from advisor.models import User
from advisor.plain_text import one_line

NAME_LENGTH = 100


@transaction.atomic
def create_api_token(*, owner: User, name: str) -> tuple[APIToken, str]:
    """A new token and its plain text, which is nowhere else and cannot be read again.

    Raises ValidationError for an empty or too long name.
    """
    label = one_line(name, field="name", most=NAME_LENGTH)
    return APIToken.create_token(user=owner, name=label)


@transaction.atomic
def revoke_api_token(*, token: APIToken) -> APIToken:
    """End it for good. Doing it twice keeps the first date."""
    if token.revoked_at is None:
        token.revoke()
    return token
