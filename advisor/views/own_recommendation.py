"""One of the member's own saved results, or nothing at all."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from advisor.models import Recommendation


def own_or_404(request: HttpRequest, id: UUID) -> Recommendation:
    """With its version. What belongs to others does not exist."""
    visible = Recommendation.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("version"), pk=id)
