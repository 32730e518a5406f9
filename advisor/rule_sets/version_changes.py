"""What differs between two rule-set documents, for editors: in groups, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import Change, compare_documents
from advisor.rule_sets.change_words import place_of, value_words

Document = Mapping[str, Any]
GROUPS = (
    "Points",
    "Scores",
    "Questions and options",
    "Criteria",
    "Facts and requirements",
    "Reference scenarios",
    "Frameworks",
    "Name and thresholds",
)
KINDS = {
    "added": "Added",
    "removed": "Removed",
    "changed": "Changed",
    "reordered": "Order changed",
}


@dataclass(frozen=True)
class Line:
    place: str
    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class Group:
    title: str
    lines: tuple[Line, ...]


def version_changes(before: Document, after: Document) -> tuple[Group, ...]:
    """Every difference, by kind of work; groups without one are left out."""
    lines: dict[str, list[Line]] = {title: [] for title in GROUPS}
    for change in compare_documents(before, after):
        lines[_group(change.path)].append(_line(change, before, after))
    return tuple(Group(title, tuple(found)) for title, found in lines.items() if found)


def _group(path: tuple[str, ...]) -> str:
    if path[0] == "questions":
        if "points" in path:
            return "Points"
        return "Facts and requirements" if "requires" in path else GROUPS[2]
    if path[0] == "frameworks":
        if "scores" in path:
            return "Scores"
        return "Facts and requirements" if "facts" in path else "Frameworks"
    return {
        "criteria": "Criteria",
        "facts": "Facts and requirements",
        "scenarios": "Reference scenarios",
    }.get(path[0], "Name and thresholds")


def _line(change: Change, before: Document, after: Document) -> Line:
    document = after if change.kind == "added" else before
    return Line(
        place=place_of(change.path, document),
        kind=KINDS[change.kind],
        before=_value_at(change.path, change.before, before),
        after=_value_at(change.path, change.after, after),
    )


def _value_at(path: tuple[str, ...], value: Any, document: Document) -> str:
    """A value in words; the answer of a scenario as readers see it."""
    if path[0] == "scenarios" and path[2:3] == ("answers",) and isinstance(value, str):
        return Catalogue(document).option_label(path[3], value)
    return value_words(value)
