"""The words of a document: the keys that the engine ignores and pages show."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from advisor.engine import Problem

Row = Mapping[str, Any]
CRITERION = ("label", "family", "help")
QUESTION = ("text", "help", "why", "kind")
OPTION = ("label", "help", "reason")
SCORE = ("grade", "rationale", "checked_on")


def word_problems(document: Row) -> Iterator[Problem]:
    """What of the words could not be shown, each with its place."""
    yield from _texts(document, ("title",), "")
    for place, row in _rows(document, "criteria"):
        yield from _texts(row, CRITERION, place)
    for place, row in _rows(document, "facts"):
        yield from _texts(row, ("id", "label"), place, required=True)
    yield from _facts_shape(document)
    for place, row in _rows(document, "frameworks"):
        yield from _texts(row, ("label",), place)
        yield from _score_words(row.get("scores"), f"{place}.scores")
    for place, row in _rows(document, "questions"):
        yield from _texts(row, QUESTION, place)
        for inner, option in _rows(row, "options"):
            yield from _texts(option, OPTION, f"{place}.{inner}")
    yield from _nul(document)


def _rows(holder: Row, key: str) -> Iterator[tuple[str, Row]]:
    rows = holder.get(key, ())
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping):
            yield f"{key}[{index}]", row


def _texts(
    row: Row, keys: tuple[str, ...], place: str, required: bool = False
) -> Iterator[Problem]:
    for key in keys:
        where = f"{place}.{key}" if place else key
        if key not in row:
            if required:
                yield Problem(where, "is missing")
        elif not isinstance(row[key], str):
            yield Problem(where, "must be text")


def _facts_shape(document: Row) -> Iterator[Problem]:
    facts = document.get("facts", [])
    if not isinstance(facts, list) or not all(isinstance(f, Mapping) for f in facts):
        yield Problem("facts", "must be a list of objects with id and label")


def _score_words(scores: object, place: str) -> Iterator[Problem]:
    for criterion, score in scores.items() if isinstance(scores, Mapping) else ():
        if not isinstance(score, Mapping):
            continue
        where = f"{place}.{criterion}"
        yield from _texts(score, SCORE, where)
        if not _is_date(score.get("checked_on", "2000-01-01")):
            yield Problem(f"{where}.checked_on", "must be a date like 2026-11-22")
        claims = score.get("claims", [])
        if not isinstance(claims, list) or not all(isinstance(c, str) for c in claims):
            yield Problem(f"{where}.claims", "must be a list of texts")


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True  # reported as no text already
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def _nul(document: Row) -> Iterator[Problem]:
    """No database keeps NUL in text. Walks without recursion, however deep."""
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and "\x00" in value:
            yield Problem("document", "must not have NUL in a text")
            return
