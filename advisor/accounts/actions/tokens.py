"""API tokens of members: Wagtail's own kind, hashed, shown once."""

from django.db import transaction
from wagtail.models import APIToken

from advisor.accounts.working_tokens import working_tokens
from advisor.limits import MOST_TOKENS, LimitReachedError
from advisor.models import User
from guide.plain_text import one_line

NAME_LENGTH = 100


@transaction.atomic
def create_api_token(*, owner: User, name: str) -> tuple[APIToken, str]:
    """A new token and its plain text, which is nowhere else and cannot be read again.

    Raises ValidationError for an empty or too long name, and LimitReachedError when
    the owner has as many as one may have.
    """
    label = one_line(name, field="name", most=NAME_LENGTH)
    # Two calls at once count one after the other.
    User.objects.select_for_update().get(pk=owner.pk)
    if working_tokens(owner).count() >= MOST_TOKENS:
        raise LimitReachedError(
            f"You have {MOST_TOKENS} tokens. Revoke one you do not use any more."
        )
    return APIToken.create_token(user=owner, name=label)


@transaction.atomic
def revoke_api_token(*, token: APIToken) -> APIToken:
    """End it for good. Doing it twice keeps the first date."""
    if token.revoked_at is None:
        token.revoke()
    return token
