"""What a correction is about, as its form's address names it."""

from dataclasses import dataclass

from django.http import Http404, QueryDict
from wagtail.models import Page

from guide.models import Claim, ComparisonPage, Framework
from guide.shelf import Shelf, open_to_all
from guide.tables import Table, build_table


@dataclass(frozen=True)
class Target:
    """A claim, or a table with the cells a reader can choose among."""

    title: str
    url: str
    claim: Claim | None = None
    page: Page | None = None
    table: Table | None = None

    @property
    def frameworks(self) -> dict[str, Framework]:
        columns = self.table.columns if self.table else ()
        return {framework.slug: framework for framework in columns}

    @property
    def criteria(self) -> dict[str, str]:
        rows = self.table.rows if self.table else ()
        return {row.anchor: row.criterion for row in rows}


def target_named_in(query: QueryDict) -> Target:
    """`?claim=slug`, or `?table=slug`; Http404 for what nobody may read."""
    if slug := query.get("claim"):
        claim = Claim.objects.live().filter(slug=_storable(slug)).first()
        if claim is not None:
            return Target(claim.statement, claim.get_absolute_url(), claim=claim)
    if slug := query.get("table"):
        pages = open_to_all(ComparisonPage.objects.live())
        page = pages.filter(slug=_storable(slug)).first()
        if page is not None:
            table = build_table(page, Shelf(page.references()))
            return Target(page.title, page.url, page=page, table=table)
    raise Http404


def _storable(slug: str) -> str:
    """PostgreSQL cannot even look for a NUL."""
    return slug.replace("\0", "")
