"""The change log as an Atom feed: what changed and why."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from guide.models import Change

LENGTH = 50


class ChangesFeed(Feed):
    """Claims, tables, rule sets and measurements as they change, newest first."""

    feed_type = Atom1Feed
    title = "Flask or Django?: what changed and why"
    subtitle = "Every change of a fact in this guide, with what it said before."
    link = "/changes/"
    feed_url = "/feed/changes/"

    def items(self) -> QuerySet[Change]:
        return Change.objects.public().with_subjects()[:LENGTH]

    def item_title(self, item: Change) -> str:
        return str(item)

    def item_description(self, item: Change) -> str:
        return escape(in_words(item))  # Django's Atom says that this is HTML

    def item_link(self, item: Change) -> str:
        return item.address or f"{reverse('guide:changes')}#{item.anchor}"

    def item_guid(self, item: Change) -> str:
        return item.uid.urn

    def item_pubdate(self, item: Change) -> datetime:
        return item.happened_at

    def item_updateddate(self, item: Change) -> datetime:
        return item.happened_at

    def item_categories(self, item: Change) -> list[str]:
        return [item.kind]


def in_words(change: Change) -> str:
    """Why, then each field with both sides, one line each."""
    lines = [f"Why: {change.why}"] if change.why else []
    for field in change.what:
        if not field["field"]:
            lines.append(field["after"])
            continue
        before, after = field["before"] or "(nothing)", field["after"] or "(nothing)"
        lines.append(f"{field['field']}: was “{before}”, is now “{after}”.")
    return "\n".join(lines)
