"""Smallest valid claims, frameworks and pages; only what a test names differs."""

from datetime import date
from itertools import count

from wagtail.models import Page

from guide.models import (
    ArticlePage,
    CaseStudyPage,
    Claim,
    ClaimSource,
    ComparisonPage,
    Framework,
    HomePage,
    IndexPage,
)

TODAY = date(2026, 11, 22)
_numbers = count(1)


def make_framework(slug: str = "", **fields) -> Framework:
    slug = slug or f"framework-{next(_numbers)}"
    values = {
        "name": slug.title(),
        "summary": "A web framework.",
        "website": "https://example.org/",
        "repository": "https://example.org/source/",
        "licence": "MIT",
        "first_released_on": date(2020, 1, 1),
    }
    return Framework.objects.create(slug=slug, **values | fields)


def make_claim(slug: str = "", sources: int = 1, **fields) -> Claim:
    slug = slug or f"claim-{next(_numbers)}"
    values = {
        "statement": f"This is what {slug} says.",
        "status": "supported",
        "grade": "A",
        "finding": "" if fields.get("status", "supported") == "supported" else "No.",
        "checked_on": min(TODAY, fields.get("review_by", TODAY)),
        "review_by": date(2100, 1, 1),
    }
    claim = Claim(slug=slug, **values | fields)
    claim.sources = [
        ClaimSource(
            title=f"Source {number}", url="https://example.org/", retrieved_on=TODAY
        )
        for number in range(sources)
    ]
    claim.save()
    return claim


def make_article(parent: Page | None = None, slug: str = "", **fields) -> ArticlePage:
    return _make(ArticlePage, parent or index("guide"), slug, fields)


def make_case_study(slug: str = "", **fields) -> CaseStudyPage:
    values = {
        "organisation": "Somebody",
        "decided": "April 2025",
        "outcome": "It went well.",
        "source_title": "Their record",
        "source_url": "https://example.org/",
        "source_retrieved_on": TODAY,
    }
    return _make(CaseStudyPage, index("guide"), slug, values | fields)


def make_comparison(
    columns: list[Framework], rows: list[dict], slug: str = "", **fields
) -> ComparisonPage:
    values = {
        "columns": [("framework", framework.pk) for framework in columns],
        "rows": [("row", row) for row in rows],
    }
    return _make(ComparisonPage, index("compare"), slug, values | fields)


def index(slug: str) -> IndexPage:
    return IndexPage.objects.get(slug=slug)


def home() -> HomePage:
    return HomePage.objects.get()


def _make(model, parent, slug, fields):
    slug = slug or f"page-{next(_numbers)}"
    values = {
        "title": slug.title(),
        "slug": slug,
        "summary": "What it says.",
        "reviewed_on": TODAY,
    }
    page = model(**values | fields)
    parent.add_child(instance=page)
    return page


def section(heading: str, *content: tuple[str, object], anchor: str = "") -> tuple:
    """A section for a page's `sections`; anchor made from the heading if not given."""
    anchor = anchor or heading.lower().replace(" ", "-")
    value = {"heading": heading, "anchor": anchor, "content": list(content)}
    return ("section", value)


def text(html: str, claims: list[Claim] | None = None) -> tuple[str, dict]:
    keys = [claim.pk for claim in claims or []]
    return ("text", {"text": html, "claims": keys, "opinion": not keys})


def cell(framework: Framework, grade: str = "built-in", **fields) -> dict:
    """A cell that is opinion unless `claims` (primary keys) are given."""
    values = {
        "framework": framework.pk,
        "grade": grade,
        "text": "<p>Something.</p>",
        "notes": [],
        "claims": [],
    }
    return {"opinion": not fields.get("claims"), **values, **fields}


def row(criterion: str, *cells: dict, group: str = "") -> dict:
    return {
        "criterion": criterion,
        "group": group,
        "explanation": "Why it matters.",
        "cells": list(cells),
    }
