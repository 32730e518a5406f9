"""One of somebody's own saved results, or nothing at all."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import get_object_or_404

from advisor.models import Recommendation, User


def own_or_404(user: User | AnonymousUser, id: UUID) -> Recommendation:
    """With its version and document. What belongs to others does not exist."""
    visible = Recommendation.objects.visible_to(user)
    return get_object_or_404(visible.select_related("version"), pk=id)
