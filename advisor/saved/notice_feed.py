"""A member's notices as an Atom feed. No note, no email address, no name."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from advisor.models import Notice, User

LENGTH = 50


def feed_of(member: User, absolute: Callable[[str], str]) -> str:
    """The newest notices, newest first; `absolute` completes an address."""
    feed = Atom1Feed(
        title="Saved results under newer rule sets",
        link=absolute(reverse("advisor:saved-list")),
        description="Which verdicts hold, and what changed the others.",
        language="en",
    )
    notices = Notice.objects.visible_to(member).select_related("recommendation")
    for notice in notices.defer("recommendation__evaluation")[:LENGTH]:
        saved = notice.recommendation
        url = absolute(reverse("advisor:saved-detail", args=[saved.pk]))
        feed.add_item(
            title=f"{saved.title}: {notice.headline}",
            link=url,
            description=escape(notice.cause),  # Django's Atom says that it is HTML
            unique_id=f"{url}#notice-{notice.pk}",
            pubdate=notice.created_at,
            updateddate=notice.created_at,
        )
    return feed.writeString("utf-8")
