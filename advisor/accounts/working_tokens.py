"""The tokens of one member that still open something."""

from django.db.models import QuerySet
from wagtail.models import APIToken

from advisor.models import User


def working_tokens(owner: User) -> QuerySet[APIToken]:
    """The member's tokens that are not revoked."""
    tokens: QuerySet[APIToken] = APIToken.objects.filter(user=owner, revoked_at=None)
    return tokens
