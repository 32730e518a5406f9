"""What changed from one published version to the next, sentence by sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from advisor.documents.frozen import FrozenDocument, Published
from advisor.engine import Change, compare_documents
from advisor.rule_sets.change_words import Document, place_of, value_words
from advisor.rule_sets.publication_words import NAMES

MOST = 40
REMEMBERED = 16
LONGEST = 90
# Readers know options as answers.
NAMES_FOR_READERS = {**NAMES, "options": "answer", "scenarios": "reference scenario"}
KINDS = {"added": "added", "removed": "taken out", "reordered": "in another order"}


@dataclass(frozen=True)
class VersionRow:
    version: Published
    changes: tuple[str, ...]
    more: int  # changes beyond those listed
    known: bool  # whether there is an earlier version to compare it with


def version_rows(
    versions: Iterable[Published], *, compared: int
) -> tuple[VersionRow, ...]:
    """Newest first. Only the first `compared` are compared: documents are large."""
    rows = list(versions)
    pairs = zip(rows, [*rows[1:], None], strict=True)
    return tuple(
        _row(version, earlier if at < compared else None)
        for at, (version, earlier) in enumerate(pairs)
    )


def _row(version: Published, earlier: Published | None) -> VersionRow:
    if earlier is None:
        return VersionRow(version, (), 0, known=False)
    found = _sentences(earlier.frozen, version.frozen)
    return VersionRow(version, found[:MOST], max(0, len(found) - MOST), known=True)


@lru_cache(maxsize=REMEMBERED)
def _sentences(before: FrozenDocument, after: FrozenDocument) -> tuple[str, ...]:
    old, new = before.document, after.document
    return tuple(_sentence(change, old, new) for change in compare_documents(old, new))


def _sentence(change: Change, old: Document, new: Document) -> str:
    document = old if change.kind == "removed" else new
    place = place_of(change.path, document, NAMES_FOR_READERS)
    if change.kind == "changed":
        return f"{place}: {_shown(change.before)} became {_shown(change.after)}."
    if change.kind == "added" and not isinstance(change.after, dict | list):
        return f"{place}: {_shown(change.after)} added."
    return f"{place}: {KINDS[change.kind]}."


def _shown(value: object) -> str:
    """A value short enough for a sentence; of a whole row or list only that it is."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "an entry"
    if isinstance(value, str):
        text = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
        return f"“{text}”"
    return value_words(value) or "nothing"
