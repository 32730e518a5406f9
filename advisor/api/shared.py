"""`GET /shared/{token}`: what the holder of a link may read, and no more."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from advisor.api.living_schemas import SharedOut
from advisor.models import Recommendation

router = Router(tags=["Decisions"])


@router.get(
    "/{token}",
    auth=None,
    response=SharedOut,
    operation_id="shared_read",
    summary="A recommendation somebody shared",
)
def read_shared(
    request: HttpRequest,
    response: HttpResponse,
    token: Annotated[str, Path(description="The last part of the link.")],
):
    # Kept by no cache: a link that was ended ends everywhere at once.
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return get_object_or_404(Recommendation.objects.shared_as(token).with_version())
