"""What changed from one published version to the next, sentence by sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from advisor.documents.catalogue import Catalogue
from advisor.documents.frozen import FrozenDocument, Published
from advisor.engine import Change, compare_documents

MOST = 40
REMEMBERED = 16
LONGEST = 90
# What one entry of a list of the document is called.
ENTRIES = {
    "criteria": "Criterion",
    "frameworks": "Framework",
    "questions": "Question",
    "options": "answer",
    "facts": "Fact",
    "scenarios": "Reference scenario",
}
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
    old, new = Catalogue(before.document), Catalogue(after.document)
    changes = compare_documents(before.document, after.document)
    return tuple(_sentence(change, old, new) for change in changes)


def _sentence(change: Change, old: Catalogue, new: Catalogue) -> str:
    catalogue = old if change.kind == "removed" else new
    place = _place(change.path, catalogue)
    if change.kind == "changed":
        return f"{place}: {_shown(change.before)} became {_shown(change.after)}."
    if change.kind == "added" and not isinstance(change.after, dict | list):
        return f"{place}: {_shown(change.after)} added."
    return f"{place}: {KINDS[change.kind]}."


def _place(path: tuple[str, ...], catalogue: Catalogue) -> str:
    """`questions, use, options, hold` as: Question “What for?”, answer “Holding”."""
    words: list[str] = []
    steps = iter(enumerate(path))
    for at, step in steps:
        if step in ENTRIES and at + 1 < len(path):
            next(steps)
            words.append(f"{ENTRIES[step]} “{_label(path[: at + 2], catalogue)}”")
        elif at and path[at - 1] in ("points", "scores"):
            words.append(f"“{catalogue.criterion_label(step)}”")
        else:
            words.append(step.replace("_", " "))
    sentence = ", ".join(words)
    return sentence[:1].upper() + sentence[1:]


def _label(path: tuple[str, ...], catalogue: Catalogue) -> str:
    *front, key = path
    if front[-1] == "options":
        return catalogue.option_label(front[1], key)
    if front[-1] == "questions":
        return catalogue.question_text(key)
    names = {
        "criteria": catalogue.criterion_label,
        "frameworks": catalogue.framework_name,
        "facts": catalogue.fact_label,
    }
    return names[front[-1]](key) if front[-1] in names else key


def _shown(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "nothing"}[value]
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        text = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
        return f"“{text}”"
    return "a list" if isinstance(value, list) else "an entry"
