"""The engine's places, such as `questions[2].options[0].points.tools`, in words."""

import re
from collections.abc import Mapping
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import Problem

_PLACE = re.compile(
    r"(?P<kind>criteria|frameworks|questions)\[(?P<index>\d+)\]"
    r"(?:\.options\[(?P<option>\d+)\])?"
    r"(?:\.(?:points|scores)\.(?P<criterion>[\w-]+))?"
    r"(?:\.[a-z_]+)*"
)


def in_words(problem: Problem, document: Mapping[str, Any]) -> str:
    """One sentence for people who edit forms and never saw the document."""
    catalogue = Catalogue(document)

    def named(found: re.Match[str]) -> str:
        return _named(found, catalogue)

    place = _PLACE.sub(named, problem.path)
    message = _PLACE.sub(named, problem.message)
    return f"{place}: {message}"


def _named(found: re.Match[str], catalogue: Catalogue) -> str:
    kind, index = found["kind"], int(found["index"])
    rows = catalogue.document[kind]
    if index >= len(rows):
        return found[0]
    row = rows[index]
    words = [str(row.get("label") or row.get("text") or row.get("id"))]
    if found["option"] is not None and int(found["option"]) < len(row["options"]):
        option = row["options"][int(found["option"])]
        words.append(str(option.get("label") or option.get("id")))
    if found["criterion"]:
        words.append(catalogue.criterion_label(found["criterion"]))
    return ", ".join(f"“{word}”" for word in words)
