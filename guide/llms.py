"""`/llms.txt`: a map of the public site for programs that read text."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, Site

from guide.models import ComparisonPage
from guide.public_pages import public
from guide.shelf import open_to_all
from guide.table_files import literal


@public
def llms(request: HttpRequest) -> HttpResponse:
    site = Site.find_for_request(request)
    text = "\n".join(lines_for(site.root_page.specific, site.root_url)) + "\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def lines_for(home: Any, root: str) -> Iterator[str]:
    """Title, summary, then one section per kind of page; only what anybody may read."""
    below = Page.objects.live().descendant_of(home)
    pages = open_to_all(below).order_by("path").defer_streamfields().specific()
    tables = [page for page in pages if isinstance(page, ComparisonPage)]
    yield from (f"# {literal(home.title)}", "", f"> {literal(home.summary)}", "")
    yield "Facts are claims with a verdict, sources, versions and dates; a claim past"
    yield "its review date needs a new check. Words and tables are under CC BY 4.0."
    yield from ("", "## Pages", "")
    for page in pages:
        json_url = f"{root}/api/content/pages/{page.pk}/"
        yield f"{link(page.title, root + page.url, page.summary)} ([JSON]({json_url}))"
    yield from ("", "## Tables as Markdown", "")
    for table in tables:
        url = f"{root}/api/v1/comparisons/{table.slug}?format=markdown"
        yield link(table.title, url, table.summary)
    yield from ("", "## Data", "")
    for title, path, what in DATA:
        yield link(title, root + path, what)


DATA = (
    ("Open data", "/data/guide.json", "All claims and tables as one JSON document."),
    ("Claims as CSV", "/data/claims.csv", "One line per claim."),
    ("JSON schema", "/data/schema.json", "Every field of the open data."),
    ("API", "/api/v1/openapi.json", "OpenAPI description: claims, tables, advisor."),
    ("Changes", "/feed/changes/", "Atom feed: what changed and why."),
)


def link(title: str, url: str, what: str) -> str:
    return f"- [{literal(title)}]({url}): {literal(what)}"
