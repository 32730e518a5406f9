"""Published articles with revisions: copies of one that is there."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import connections, router
from django.db.models import F, Model
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Page, Revision

from guide.models import ArticlePage

AT_ONCE = 200
COPIED = [
    field.attname
    for field in Page._meta.concrete_fields
    if field.attname not in ("id", "latest_revision_id", "live_revision_id")
]


def add_pages(pages: int, revisions: int) -> None:
    """`pages` articles below the parent of an article, with `revisions` among them."""
    pattern = ArticlePage.objects.live().order_by("pk").first()
    if pattern is None or not pages:
        return
    parent = pattern.get_parent()
    last = parent.get_last_child()
    first = Page._str2int(last.path[-Page.steplen :]) + 1
    for start in range(0, pages, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, pages))
        made = Page.objects.bulk_create(
            page(pattern, parent, first + n, n) for n in numbers
        )
        insert(ArticlePage, [article(pattern, each) for each in made])
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + pages)
    add_revisions(revisions)


def page(pattern: ArticlePage, parent: Page, step: int, n: int) -> Page:
    fields = {name: getattr(pattern, name) for name in COPIED}
    title, slug = f"Article {n} of many", f"load-{n}"
    return Page(
        **fields
        | {
            "path": Page._get_path(parent.path, parent.depth + 1, step),
            "translation_key": uuid4(),
            "title": title,
            "draft_title": title,
            "slug": slug,
            "url_path": f"{parent.url_path}{slug}/",
        }
    )


def article(pattern: ArticlePage, made: Page) -> ArticlePage:
    own = {f.attname: getattr(pattern, f.attname) for f in own_fields(ArticlePage)}
    return ArticlePage(**own | {"page_ptr_id": made.pk})


def own_fields(model: type[Model]) -> list[Any]:
    return list(model._meta.local_concrete_fields)


def insert(model: type[Model], rows: list[Any]) -> None:
    """Into the model's own table alone: Django's bulk_create refuses models that have
    a parent's table beside it, whose rows are there already."""
    query = InsertQuery(model)
    query.insert_values(own_fields(model), rows, raw=True)
    query.get_compiler(connection=connections[router.db_for_write(model)]).execute_sql()


def add_revisions(number: int) -> None:
    """Spread evenly; the last one of each page is the one that is live."""
    made = list(ArticlePage.objects.filter(slug__startswith="load-").order_by("pk"))
    each = number // len(made)
    now = timezone.now()
    for start in range(0, len(made), AT_ONCE):
        some = made[start : start + AT_ONCE]
        kept = Revision.objects.bulk_create(
            revision(one, now - timedelta(days=each - n))
            for one in some
            for n in range(each)
        )
        if each:
            for index, one in enumerate(some):
                newest = kept[(index + 1) * each - 1].pk
                one.latest_revision_id = one.live_revision_id = newest
            Page.objects.bulk_update(some, ["latest_revision_id", "live_revision_id"])


def revision(page: ArticlePage, moment: datetime) -> Revision:
    return Revision(
        content_type_id=page.content_type_id,
        base_content_type_id=page.get_base_content_type().pk,
        object_id=str(page.pk),
        object_str=page.title,
        created_at=moment,
        content=page.serializable_data(),
    )
