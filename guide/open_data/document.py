"""Published claims, tables and runs as plain data: the same data, the same bytes.

Nothing in it depends on the clock: whether a claim needs a new check today follows
from its `review_by`.
"""

from itertools import chain
from typing import Any

from django.conf import settings

from guide.lab.records import all_runs
from guide.models import Claim, ComparisonPage
from guide.open_data.schemas import FORMAT_VERSION
from guide.probes.records import all_records
from guide.shelf import Shelf, open_to_all
from guide.table_files import rows_as_data
from guide.tables import build_table

LICENCE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "attribution": "the editors of Flask or Django?",
}


def open_document() -> dict[str, Any]:
    """What `/data/guide.json` says, dates as ISO strings. Constant queries."""
    claims = list(Claim.objects.live().with_evidence().order_by("slug"))
    pages = list(open_to_all(ComparisonPage.objects.live()).order_by("path"))
    published = [made.last_published_at for made in chain(claims, pages)]
    newest = max((day for day in published if day), default=None)
    return {
        "format_version": FORMAT_VERSION,
        "title": settings.WAGTAIL_SITE_NAME,
        "licence": LICENCE,
        "changed_on": newest.date().isoformat() if newest else None,
        "claims": [claim_as_data(claim) for claim in claims],
        "tables": tables_as_data(pages),
        "lab_runs": list(all_runs()),
        "probes": [record.as_data() for record in all_records().values()],
    }


def claim_as_data(claim: Claim) -> dict[str, Any]:
    return {
        "slug": claim.slug,
        "statement": claim.statement,
        "finding": claim.finding,
        "frameworks": sorted(framework.slug for framework in claim.frameworks.all()),
        "versions": claim.versions,
        "status": claim.status,
        "grade": claim.grade,
        "sources": [
            {
                "title": source.title,
                "url": source.url,
                "retrieved_on": source.retrieved_on.isoformat(),
            }
            for source in claim.sources.all()
        ],
        "checked_on": claim.checked_on.isoformat(),
        "review_by": claim.review_by.isoformat(),
        "fact_check": list(claim.fact_check_rows),
        "probe": claim.probe or None,
        "url": claim.get_absolute_url(),
    }


def tables_as_data(pages: list[ComparisonPage]) -> list[dict[str, Any]]:
    shelf = Shelf(chain.from_iterable(page.references() for page in pages))
    tables = [build_table(page, shelf) for page in pages]
    return [
        {
            "slug": table.slug,
            "title": table.title,
            "summary": table.summary,
            "frameworks": [framework.slug for framework in table.columns],
            "reviewed_on": page.reviewed_on.isoformat(),
            "url": table.url,
            "rows": rows_as_data(table),
        }
        for page, table in zip(pages, tables, strict=True)
    ]
