"""The short names of a draft with their words, for fields that refer to one."""

from collections.abc import Iterable, Mapping
from typing import Any

Names = list[tuple[str, str]]
STREAMS = ("criteria", "facts", "frameworks", "questions", "scenarios")


def names_in(document: Mapping[str, Any]) -> dict[str, Any]:
    """(id, words) by kind; `options` once more by the id of their question."""
    return {
        **{name: _names(document[name]) for name in STREAMS},
        "options": {
            row["id"]: _names(row["options"])
            for row in document["questions"]
            if row["id"]
        },
    }


def _names(rows: Iterable[Mapping[str, Any]]) -> Names:
    return [
        (row["id"], row.get("label") or row.get("text") or row.get("title") or "")
        for row in rows
        if row["id"]
    ]
