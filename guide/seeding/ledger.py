"""What was seeded before, and therefore what may be written now."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from guide.content_files import ContentError, Record
from guide.models import Claim, ComparisonPage, Framework, SeedRecord
from guide.models.recorded import Recorded


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept as edited"
    REMOVED = "left removed"


class WithdrawnError(Exception):
    """A record names something that an editor removed after it was seeded."""


class Ledger:
    """One run of seeding: the records of earlier runs, and a tally of this one.

    `report` gets a line for everything written or left aside.
    """

    def __init__(self, report: Callable[[str], None]) -> None:
        self.report = report
        self.tally: Counter[Outcome] = Counter()
        self.seeded = {record.key: record for record in SeedRecord.objects.all()}
        self.stood_up: set[int] = set()  # pages of this run, not filled yet
        self._keys: dict[str, dict[str, int]] = {}

    def is_current(self, key: str, record: Record) -> bool:
        seen = self.seeded.get(key)
        return seen is not None and seen.digest == digest_of(record)

    def editors_say(self, key: str, found: Any) -> Outcome | None:
        """Why `found`, the object behind `key`, must be left alone, if it must.

        `found` is None when there is no such object; then only a record of an
        earlier run, which means an editor removed it, speaks against making one.
        """
        seen = self.seeded.get(key)
        if found is None:
            return Outcome.REMOVED if seen else None
        if seen is None or not found.live:
            return Outcome.KEPT
        is_ours = found.pk == seen.object_id
        unedited = found.latest_revision_id == seen.revision_id
        return None if is_ours and unedited else Outcome.KEPT

    def note(self, outcome: Outcome, key: str, why: str = "") -> None:
        self.tally[outcome] += 1
        if outcome is not Outcome.UNCHANGED:
            self.report(f"{outcome}: {key}{f' ({why})' if why else ''}")

    def publish(self, key: str, record: Record, made: Any) -> None:
        """Publish `made` and remember it as ours."""
        outcome = Outcome.UPDATED if key in self.seeded else Outcome.CREATED
        if outcome is Outcome.UPDATED and isinstance(made, Recorded):
            made.change_reason = "An update of the shipped guide."
        revision = made.save_revision()
        revision.publish()
        self.seeded[key], _ = SeedRecord.objects.update_or_create(
            key=key,
            defaults={
                "digest": digest_of(record),
                "object_id": made.pk,
                "revision_id": revision.pk,
            },
        )
        self._keys.clear()
        self.note(outcome, key)

    def key_of(self, kind: str, slug: str, place: str) -> int:
        """The primary key of the `kind` with this slug.

        Raises WithdrawnError if an editor removed it, ContentError if it never was.
        """
        if kind not in self._keys:
            model = {m.__name__: m for m in (Claim, ComparisonPage, Framework)}[kind]
            self._keys[kind] = dict(model.objects.values_list("slug", "pk"))
        if slug in self._keys[kind]:
            return self._keys[kind][slug]
        if seed_key(kind, slug) in self.seeded:
            raise WithdrawnError(f"{slug} was removed by an editor")
        raise ContentError(f"{place}: there is no {kind} {slug!r}")


def seed_key(kind: str, slug: str) -> str:
    """The name under which a record is remembered, for example claim:no-csrf."""
    return f"{kind.lower()}:{slug}"


def digest_of(record: Record) -> str:
    """Equal for equal words, whatever the order of their keys."""
    text = json.dumps(record.data, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
