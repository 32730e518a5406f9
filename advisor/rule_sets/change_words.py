"""Where a rule-set document changed and what stands there, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from advisor.rule_sets.publication_words import NAMES

Document = Mapping[str, Any]
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


def place_of(
    path: tuple[str, ...], document: Document, names: Mapping[str, str] = NAMES
) -> str:
    """("questions", "team", "text") as: Question “How large is the team?” text."""
    words = ", ".join(_steps(path, document, names))
    return words[0].upper() + words[1:]


def _steps(
    path: tuple[str, ...], document: Document, names: Mapping[str, str]
) -> Iterator[str]:
    node: Any = document
    above = ""
    for step in path:
        node = _child(node, step)
        if above in names:
            yield f"{names[above]} “{_name(above, step, node, document)}”"
            above = ""
        elif step in names:
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


def value_words(value: Any) -> str:
    """A value in words; of a whole row its label and what is in it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        parts = (
            f"{FIELDS.get(key, key.replace('_', ' '))}: {value_words(inner)}"
            for key, inner in value.items()
            if key != "id" and inner not in (None, "", [], {})
        )
        return "; ".join(parts)
    if isinstance(value, list | tuple):
        return ", ".join(
            _label(inner) or str(inner.get("id", ""))
            if isinstance(inner, Mapping)
            else value_words(inner)
            for inner in value
        )
    return str(value)
