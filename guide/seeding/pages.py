"""Shipped pages into the page tree, parents first."""

from django.core.exceptions import ValidationError
from wagtail.models import Page

from guide.content_files import Content, ContentError, Record
from guide.models import (
    ArticlePage,
    CaseStudyPage,
    ComparisonPage,
    FrameworkPage,
    HomePage,
    IndexPage,
)
from guide.seeding.fields import fill_page
from guide.seeding.ledger import Ledger, Outcome, WithdrawnError, seed_key
from guide.seeding.site import adopt_site, remove_stock_page

MODELS: dict[str, type[Page]] = {
    "article": ArticlePage,
    "case-study": CaseStudyPage,
    "comparison": ComparisonPage,
    "framework": FrameworkPage,
    "home": HomePage,
    "index": IndexPage,
}
NOT_FIELDS = {"type", "parent", "order"}
ABOVE = ("home", "index")


# The home and index pages by the name under which others call them their parent;
# None where an editor removed it.
Parents = dict[str, Page | None]


def seed_pages(ledger: Ledger, content: Content) -> None:
    """Write all pages, each after the one it stands below.

    Home and index pages are empty at first, and filled when all that stands below them
    is there. Tables come before the other pages, because texts embed them.
    """
    records = _ranked([*map(as_page, content.comparisons), *content.pages])
    above = [record for record in records if record.data["type"] in ABOVE]
    parents: Parents = {"": None}
    for record in records:
        if record in above:
            _stand_up(ledger, record, parents)
        else:
            _seed_page(ledger, record, _parent(record, parents))
    for record in above:
        _seed_page(ledger, record, _parent(record, parents))


def as_page(record: Record) -> Record:
    """A comparison file as the page it becomes."""
    data = {**record.data, "type": "comparison", "parent": "compare"}
    data["columns"] = data.pop("frameworks")
    return Record(record.place, data)


def _ranked(records: list[Record]) -> list[Record]:
    """Home, its index pages, tables, then the rest; siblings by their own order."""
    indexes = {one.slug: one for one in records if one.data["type"] == "index"}

    def depth(record: Record) -> int:
        above = indexes.get(_parent_slug(record))
        return 0 if above is None else 1 + depth(above)

    def rank(record: Record) -> tuple:
        data, deep = record.data, depth(record)
        kinds = {"home": 0, "index": 3 if deep else 1, "comparison": 2}
        return kinds.get(data["type"], 3), deep, data.get("order", 0), data["slug"]

    return sorted(records, key=rank)


def _parent_slug(record: Record) -> str:
    return record.data.get("parent", "")


def _parent(record: Record, parents: Parents) -> Page | None:
    if _parent_slug(record) not in parents:
        raise ContentError(f"{record.place}: no page {_parent_slug(record)!r}")
    return parents[_parent_slug(record)]


def _key(record: Record) -> str:
    if record.data["type"] == "comparison":
        return seed_key("ComparisonPage", record.slug)
    return seed_key("page", f"{_parent_slug(record)}/{record.slug}")


def _find(ledger: Ledger, record: Record, parent: Page | None) -> Page | None:
    """The page behind a record: the one seeded before, or one in its place."""
    model = MODELS[record.data["type"]]
    seen = ledger.seeded.get(_key(record))
    if seen:
        return model.objects.filter(pk=seen.object_id).first()
    if record.data["type"] == "home":
        return model.objects.first()
    here = parent.get_children().filter(slug=record.slug) if parent else []
    return here[0].specific if here else None


def _stand_up(ledger: Ledger, record: Record, parents: Parents) -> None:
    """Make sure a home or index page exists, so that others can stand below it."""
    is_home = record.data["type"] == "home"
    parent = Page.get_first_root_node() if is_home else _parent(record, parents)
    page = _find(ledger, record, parent)
    if page is None and parent is not None and _key(record) not in ledger.seeded:
        if is_home:
            remove_stock_page()
            parent.refresh_from_db()
        page = parent.add_child(instance=_bare(record))
        ledger.stood_up.add(page.pk)
        if is_home:
            adopt_site(page)
    parents["home" if is_home else record.slug] = page


def _bare(record: Record) -> Page:
    """The page without its streams, and not live: nobody sees it before it is full."""
    plain = {
        name: value
        for name, value in record.data.items()
        if isinstance(value, str) and name not in NOT_FIELDS
    }
    plain.pop("intro", None)
    model = MODELS[record.data["type"]]
    return model(live=False, reviewed_on=record.data["reviewed_on"], **plain)


def _seed_page(ledger: Ledger, record: Record, parent: Page | None) -> None:
    key = _key(record)
    if ledger.is_current(key, record):
        return ledger.note(Outcome.UNCHANGED, key)
    page = _find(ledger, record, parent)
    if page is None and parent is None:
        return ledger.note(Outcome.REMOVED, key, "what it stood below was removed")
    is_ours = page is not None and page.pk in ledger.stood_up
    verdict = None if is_ours else ledger.editors_say(key, page)
    if verdict:
        return ledger.note(verdict, key)
    model = MODELS[record.data["type"]]
    return _write(ledger, record, page or model(live=False), parent)


def _write(ledger: Ledger, record: Record, page: Page, parent: Page | None) -> None:
    fields = {k: v for k, v in record.data.items() if k not in NOT_FIELDS}
    try:
        fill_page(page, Record(record.place, fields), ledger.key_of)
        if page.pk is None and parent is not None:
            parent.add_child(instance=page)
        ledger.publish(_key(record), record, page)
    except WithdrawnError as error:
        ledger.note(Outcome.KEPT, _key(record), str(error))
    except ValidationError as error:
        raise ContentError(f"{record.place}: {'; '.join(error.messages)}") from error
