"""Read-only routers: comparison tables and the claim ledger."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router
from ninja.pagination import paginate

from guide.models import Claim, ComparisonPage
from guide.pagination import Pages
from guide.schemas import (
    ClaimFilters,
    ClaimOut,
    ComparisonListed,
    ComparisonOut,
    Slug,
)
from guide.table_files import CONTENT_TYPES, RENDERERS

comparisons = Router(tags=["Facts"])
claims = Router(tags=["Facts"])


@comparisons.get(
    "",
    response=list[ComparisonListed],
    operation_id="comparisons_list",
    summary="Comparison tables",
)
@paginate(Pages)
def comparison_list(request: HttpRequest):
    return ComparisonPage.objects.live().public().order_by("path")


@comparisons.get(
    "/{slug}",
    response=ComparisonOut,
    operation_id="comparisons_read",
    summary="One table with typed cells; also as CSV or Markdown",
)
def comparison_read(
    request: HttpRequest,
    slug: Path[Slug],
    format: Literal["json", "csv", "markdown"] = "json",
):
    page = get_object_or_404(ComparisonPage.objects.live().public(), slug=slug)
    if format == "json":
        return page
    response = HttpResponse(
        RENDERERS[format](page.table()), content_type=CONTENT_TYPES[format]
    )
    extension = "md" if format == "markdown" else format
    response["Content-Disposition"] = f'attachment; filename="{slug}.{extension}"'
    return response


@claims.get(
    "",
    response=list[ClaimOut],
    operation_id="claims_list",
    summary="The claim ledger",
)
@paginate(Pages)
def claim_list(request: HttpRequest, filters: Query[ClaimFilters]):
    found = Claim.objects.live().with_evidence().order_by("slug")
    if filters.framework is not None:
        found = found.filter(frameworks__slug=filters.framework)
    if filters.status is not None:
        found = found.filter(status=filters.status)
    if filters.stale is not None:
        found = found.stale() if filters.stale else found.fresh()
    return found


@claims.get(
    "/{slug}",
    response=ClaimOut,
    operation_id="claims_read",
    summary="One claim with its sources",
)
def claim_read(request: HttpRequest, slug: Path[Slug]):
    return get_object_or_404(Claim.objects.live().with_evidence(), slug=slug)
