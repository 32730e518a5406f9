"""Published comments as threads: one comment and the replies to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Count, QuerySet, Window
from django.db.models.functions import Coalesce
from wagtail.models import Page

if TYPE_CHECKING:
    from guide.models.feedback import Comment

AT_THE_END = 8  # comments shown on the page itself; more have a page of their own


@dataclass
class Thread:
    """`first` may be gone by now: then only its place is shown, above its replies."""

    first: "Comment"
    replies: "list[Comment]" = field(default_factory=list)


@dataclass(frozen=True)
class CommentsAtTheEnd:
    page: Page
    is_open: bool
    count: int
    threads: tuple[Thread, ...]  # empty where there are too many for the page


def published_comments(page: Page) -> "QuerySet[Comment]":
    """The published ones, thread by thread, oldest first; parents read along."""
    comments = apps.get_model("guide", "Comment").objects.published()
    begun = Coalesce("parent__created_at", "created_at")
    return (
        comments.filter(page=page.pk)
        .select_related("parent")
        .alias(begun=begun, top=Coalesce("parent_id", "pk"))
        .order_by("begun", "top", "level", "created_at", "pk")
    )


def threads_of(comments: "Iterable[Comment]") -> tuple[Thread, ...]:
    threads: dict[object, Thread] = {}
    for comment in comments:
        first = comment.parent or comment
        thread = threads.setdefault(first.pk, Thread(first))
        if comment.parent:
            thread.replies.append(comment)
    return tuple(threads.values())


def comments_at_the_end(page: Page) -> CommentsAtTheEnd:
    """In one query, however many there are."""
    counted = published_comments(page).annotate(total=Window(Count("pk")))
    found = list(counted[: AT_THE_END + 1]) if page.pk else []
    few = found if len(found) <= AT_THE_END else []
    return CommentsAtTheEnd(
        page=page,
        is_open=page.comments_open,
        count=found[0].total if found else 0,
        threads=threads_of(few),
    )
