"""What differs between two rule-set documents, in groups and in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import Change, compare_documents
from advisor.rule_sets.publication_words import NAMES

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
FIELDS = {
    "best": "most likely",
    "base_points": "points at the start",
    "checked_on": "checked on",
    "expect_kind": "expected verdict",
    "expect_framework": "expected framework",
    "help": "help text",
    "low": "low end",
    "high": "high end",
    "min_margin": "smallest margin",
    "too_close": "too close below",
    "clear": "clear from",
    "scale_max": "highest score",
}
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
    return _value(value)


def place_of(path: tuple[str, ...], document: Document) -> str:
    """("questions", "team", "text") as: Question “How large is the team?” text."""
    words = ", ".join(_steps(path, document))
    return words[0].upper() + words[1:]


def _steps(path: tuple[str, ...], document: Document) -> Iterator[str]:
    node: Any = document
    above = ""
    for step in path:
        node = _child(node, step)
        if above in NAMES:
            yield f"{NAMES[above]} “{_name(above, step, node, document)}”"
            above = ""
        elif step in NAMES:
            above = step
        else:
            yield FIELDS.get(step, step.replace("_", " "))
    if above:
        yield above


def _name(above: str, step: str, node: Any, document: Document) -> str:
    """The words of a row, or of the row elsewhere that this one refers to."""
    owner = {
        "points": "criteria",
        "scores": "criteria",
        "requires": "facts",
        "answers": "questions",
    }.get(above)
    row = _child(document.get(owner), step) if owner else node
    return _label(row) or step


def _child(node: Any, step: str) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    rows = node if isinstance(node, list | tuple) else ()
    found = (row for row in rows if isinstance(row, Mapping) and row.get("id") == step)
    return next(found, None)


def _label(row: Any) -> str:
    if not isinstance(row, Mapping):
        return ""
    return row.get("label") or row.get("text") or row.get("title") or ""


def _value(value: Any) -> str:
    """A value in words; of a whole row its label and what is in it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        parts = (
            f"{FIELDS.get(key, key.replace('_', ' '))}: {_value(inner)}"
            for key, inner in value.items()
            if key != "id" and inner not in (None, "", [], {})
        )
        return "; ".join(parts)
    if isinstance(value, list | tuple):
        return ", ".join(
            _label(inner) or str(inner.get("id", ""))
            if isinstance(inner, Mapping)
            else _value(inner)
            for inner in value
        )
    return str(value)
