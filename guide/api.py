"""Read-only routers: comparison tables and the claim ledger."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router
from ninja.pagination import paginate

from guide.models import Claim, ComparisonPage, Framework
from guide.pagination import Pages
from guide.schemas import (
    ClaimDetailOut,
    ClaimFilters,
    ClaimOut,
    ComparisonListed,
    ComparisonOut,
    Slug,
)
from guide.shelf import Shelf
from guide.table_files import CONTENT_TYPES, RENDERERS, rows_today
from guide.tables import Table, build_table

FILES = {
    kind.partition(";")[0]: {"schema": {"type": "string"}}
    for kind in CONTENT_TYPES.values()
}

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
    slugs = dict(Framework.objects.filter(live=True).values_list("pk", "slug"))
    pages = ComparisonPage.objects.live().public().order_by("path")
    return [listed(page, [slugs[key] for key in column_keys(page, slugs)])
            for page in pages]  # fmt: skip


@comparisons.get(
    "/{slug}",
    response=ComparisonOut,
    operation_id="comparisons_read",
    summary="One table with typed cells; also as CSV or Markdown",
    openapi_extra={"responses": {200: {"content": FILES}}},
)
def comparison_read(
    request: HttpRequest,
    slug: Path[Slug],
    format: Literal["json", "csv", "markdown"] = "json",
):
    page = get_object_or_404(ComparisonPage.objects.live().public(), slug=slug)
    table = build_table(page, Shelf(page.references()))
    if format != "json":
        return table_file(table, format)
    slugs = [framework.slug for framework in table.columns]
    return listed(page, slugs) | {"rows": rows_today(table)}


def column_keys(page: ComparisonPage, known: dict[int, str]) -> list[int]:
    return [column.value for column in page.columns if column.value in known]


def listed(page: ComparisonPage, slugs: list[str]) -> dict[str, object]:
    return {
        "slug": page.slug,
        "title": page.title,
        "summary": page.summary,
        "frameworks": slugs,
        "reviewed_on": page.reviewed_on,
        "url": page.url,
    }


def table_file(table: Table, format: str) -> HttpResponse:
    """The table as a file to keep: CSV or Markdown."""
    response = HttpResponse(
        RENDERERS[format](table), content_type=CONTENT_TYPES[format]
    )
    name = f"{table.slug}.{'md' if format == 'markdown' else format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
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
        found = found.needing_recheck() if filters.stale else found.current()
    return found


@claims.get(
    "/{slug}",
    response=ClaimDetailOut,
    operation_id="claims_read",
    summary="One claim with its sources and the last run of its probe",
)
def claim_read(request: HttpRequest, slug: Path[Slug]):
    return get_object_or_404(Claim.objects.live().with_evidence(), slug=slug)
