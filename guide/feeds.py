"""What is new: pages published and claims changed, as one Atom feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from wagtail.models import Page, Site

from guide.models import Claim

LENGTH = 20


@dataclass(frozen=True)
class Entry:
    title: str
    text: str
    url: str
    published: datetime
    updated: datetime


class LatestFeed(Feed):
    """The newest pages and claims, newest first; drafts and private pages never."""

    feed_type = Atom1Feed
    title = "Flask or Django?"
    subtitle = "Pages published and claims checked, newest first."
    link = "/"
    feed_url = "/feed/"

    def get_object(self, request) -> Page:
        return Site.find_for_request(request).root_page

    def items(self, root: Page) -> list[Entry]:
        entries = [*_pages(root), *_claims()]
        return sorted(entries, key=attrgetter("updated"), reverse=True)[:LENGTH]

    def item_title(self, item: Entry) -> str:
        return item.title

    def item_description(self, item: Entry) -> str:
        return escape(item.text)  # Django's Atom says that this is HTML

    def item_link(self, item: Entry) -> str:
        return item.url

    def item_pubdate(self, item: Entry) -> datetime:
        return item.published

    def item_updateddate(self, item: Entry) -> datetime:
        return item.updated


def _pages(root: Page) -> Iterable[Entry]:
    pages = Page.objects.live().public().descendant_of(root, inclusive=True)
    newest = pages.filter(last_published_at__isnull=False).order_by(
        "-last_published_at", "-pk"
    )
    for page in newest[:LENGTH].specific():
        yield Entry(
            title=page.title,
            text=page.summary,
            url=page.url,
            published=page.first_published_at,
            updated=page.last_published_at,
        )


def _claims() -> Iterable[Entry]:
    claims = Claim.objects.live().filter(last_published_at__isnull=False)
    for claim in claims.order_by("-last_published_at", "-pk")[:LENGTH]:
        yield Entry(
            title=f"{claim.mark_label}: {claim.statement}",
            text=claim.finding or claim.statement,
            url=claim.get_absolute_url(),
            published=claim.first_published_at,
            updated=claim.last_published_at,
        )
