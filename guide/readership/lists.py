"""The latest and the most read pages, each list one query."""

from dataclasses import dataclass

from django.db.models import Q, Sum
from wagtail.models import Page
from wagtail.query import PageQuerySet

from guide.readership.counting import oldest_day
from guide.shelf import open_to_all

LENGTH = 5
OVERVIEWS = ("homepage", "indexpage")  # they are ways to pages, not reading


@dataclass(frozen=True)
class ReadingLists:
    latest: list[Page]
    most_read: list[Page]


def reading_lists() -> ReadingLists:
    return ReadingLists(latest=latest(), most_read=most_read())


def _readable() -> PageQuerySet:
    """Published pages that everybody may read, without home and overviews."""
    pages = Page.objects.live().filter(depth__gt=2, content_type__app_label="guide")
    return open_to_all(pages.exclude(content_type__model__in=OVERVIEWS))


def latest() -> list[Page]:
    """By the day they were first published, newest first."""
    newest = _readable().filter(first_published_at__isnull=False)
    return list(newest.order_by("-first_published_at", "-pk")[:LENGTH])


def most_read() -> list[Page]:
    """By reads in the last thirty days, today included."""
    lately = Sum("reads__count", filter=Q(reads__day__gte=oldest_day()))
    counted = _readable().annotate(lately=lately).filter(lately__gt=0)
    return list(counted.order_by("-lately", "pk")[:LENGTH])
