"""A rule set in parts that are edited one at a time: rows of its streams, as data.

A row is what Wagtail stores of one block: `{"type": ..., "value": ..., "id": ...}`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Row = dict[str, Any]

# Field of the rule set: the kind of its rows, which is also what one is called.
KINDS = {
    "questions": "question",
    "candidates": "candidate",
    "criteria": "criterion",
    "facts": "fact",
    "scenarios": "scenario",
}
SETTINGS = ("title", "note", "too_close", "clear", "min_margin", "go_live_at")
NEW = "new"  # instead of a block id, where a row is to be added
TITLES = ("text", "title", "label")


class Part(NamedTuple):
    """One row of a stream by its block id, or the settings."""

    stream: str
    row_id: str

    def __str__(self) -> str:
        return "/".join(self)


SETTINGS_PART = Part("settings", "all")


def row_with(rows: Iterable[Row], row_id: str) -> Row | None:
    return next((row for row in rows if row["id"] == row_id), None)


def with_row(rows: Iterable[Row], row_id: str, row: Row | None) -> list[Row]:
    """`rows` with `row` in its place, at the end if it is new; without it if None."""
    rows = list(rows)
    if row is None:
        return [one for one in rows if one["id"] != row_id]
    if row_with(rows, row_id) is None:
        return [*rows, row]
    return [row if one["id"] == row_id else one for one in rows]


def position_of(rows: Iterable[Row], row_id: str) -> int | None:
    places = (n for n, row in enumerate(rows) if row["id"] == row_id)
    return next(places, None)


def version_of(content: Any) -> str:
    """One word for what a part says, whatever ids its inner rows were given."""
    text = json.dumps(_bare(content), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def version_of_all(rule_set: Any) -> str:
    streams = (*KINDS, "acknowledgements")
    rows = [getattr(rule_set, name).get_prep_value() for name in streams]
    return version_of([*(getattr(rule_set, name) for name in SETTINGS), *rows])


def title_of(row: Row) -> str:
    """What editors call a row: its words, else its short name."""
    value = row["value"]
    words = (value.get(key) for key in (*TITLES, "id", "framework"))
    return next(filter(None, words), "") or "Without a name"


def short_name_of(row: Row) -> str:
    return row["value"].get("id") or row["value"].get("framework") or ""


def _bare(content: Any) -> Any:
    if isinstance(content, Mapping):
        if content.get("type") == "item" and "value" in content:
            return _bare(content["value"])
        return {key: _bare(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_bare(one) for one in content]
    return content
