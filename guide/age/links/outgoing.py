"""Every outgoing link of what is published."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django.conf import settings
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from guide.models import CaseStudyPage, ClaimSource, Framework, FrameworkRelease
from guide.models.guide_page import GuidePage
from guide.models.link_check import address_of


def outgoing_links() -> set[str]:
    """Addresses elsewhere, each once, without the place within the page."""
    found = {address_of(url) for url in _all() if url.startswith(("http:", "https:"))}
    ours = settings.BASE_URL.rstrip("/")
    return {url for url in found if url != ours and not url.startswith(f"{ours}/")}


def _all() -> Iterator[str]:
    yield from _column(ClaimSource.objects.filter(claim__live=True), "url")
    yield from _column(Framework.objects.filter(live=True), "website")
    yield from _column(Framework.objects.filter(live=True), "repository")
    yield from _column(
        FrameworkRelease.objects.filter(framework__live=True), "source_url"
    )
    yield from _column(CaseStudyPage.objects.live(), "source_url")
    for page in Page.objects.live().specific():
        if isinstance(page, GuidePage):
            yield from links_of(page)


def _column(rows, name: str) -> Iterator[str]:
    yield from rows.values_list(name, flat=True)


def links_of(page: GuidePage) -> Iterator[str]:
    """What the rich texts of a page link to, in its fields and in its blocks."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield from links_in(getattr(page, field.name))
        elif isinstance(field, StreamField):
            for text in _texts(getattr(page, field.name).get_prep_value()):
                yield from links_in(text)


def _texts(value: Any) -> Iterator[str]:
    """Every string anywhere in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def links_in(html: str) -> list[str]:
    if "<a " not in html:
        return []
    reader = Links()
    reader.feed(html)
    return reader.found


class Links(HTMLParser):
    """Collects the addresses of the links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]
