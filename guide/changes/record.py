"""The one door through which the change log is written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from guide.models.change import Change

if TYPE_CHECKING:
    from guide.models.claim import Claim

_paused: ContextVar[bool] = ContextVar("change_log_paused", default=False)


@dataclass(frozen=True)
class FieldChange:
    """One public field in plain words; an empty side means there was or is nothing."""

    field: str
    before: str
    after: str


@transaction.atomic
def record_change(
    *,
    kind: str,
    title: str,
    what: str | Iterable[FieldChange],
    why: str,
    url: str,
    happened_at: datetime | None = None,
    about: "Claim | Page | None" = None,
) -> Change | None:
    """Add an entry to the public change log; None while recording is paused.

    `what` is a sentence or the fields that changed. `url` leads readers to the subject;
    with `about`, entries follow it: those of a page that is no longer public vanish,
    and nothing links to a claim that was withdrawn. Raises ValueError for an unknown
    kind.
    """
    kind = Change.Kind(kind)
    if _paused.get():
        return None
    fields = [FieldChange("", "", what)] if isinstance(what, str) else what
    return Change.objects.create(
        kind=kind,
        title=" ".join(title.split()),
        what=[asdict(field) for field in fields],
        why=why.strip(),
        url=url,
        happened_at=happened_at or timezone.now(),
        page=about if isinstance(about, Page) else None,
        claim=None if isinstance(about, Page) else about,
    )


@contextmanager
def recording_paused() -> Iterator[None]:
    """For filling an empty site: hundreds of claims are no news one by one."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)
