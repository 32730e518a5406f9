"""Readers of single fields: each returns a checked value or reports a problem."""

import re
from collections.abc import Mapping

from advisor.engine.limits import MAX_FACT_NUMBER, MAX_ID_LENGTH
from advisor.engine.problems import Problem, shown
from advisor.engine.rule_set import FactValue

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_ID_RULE = (
    f"1 to {MAX_ID_LENGTH} letters a-z, digits, '-', '_' or '.', "
    "starting with a letter or digit"
)


class Report:
    """Collects problems while a document is read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, path: str, message: str) -> None:
        self.problems.append(Problem(path, message))

    def wrong(self, path: str, wanted: str, value: object) -> None:
        self.add(path, f"must be {wanted}, not {shown(value)}")


def is_id(value: object) -> bool:
    """Whether `value` may be an id."""
    return (
        isinstance(value, str)
        and len(value) <= MAX_ID_LENGTH
        and _ID.fullmatch(value) is not None
    )


def step(path: str, key: object) -> str:
    """The path of `key` inside the object at `path`."""
    place = str(key) if is_id(key) else f"[{shown(key)}]"
    if not path or not is_id(key):
        return path + place
    return f"{path}.{place}"


def read_object(value: object, path: str, report: Report) -> Mapping[str, object]:
    """`value` as an object; an empty one after reporting anything else."""
    if isinstance(value, Mapping):
        return value
    report.wrong(path, "an object", value)
    return {}


def read_list(
    value: object, path: str, least: int, most: int, report: Report
) -> tuple[object, ...]:
    """`value` as a list of `least` to `most` entries; empty after a report."""
    if not isinstance(value, list | tuple):
        report.wrong(path, "a list", value)
        return ()
    if not least <= len(value) <= most:
        report.add(path, f"must have {least} to {most} entries, not {len(value)}")
        return ()
    return tuple(value)


def read_integer(
    value: object, path: str, least: int, most: int, report: Report
) -> int | None:
    """`value` as an integer from `least` to `most`; booleans are none."""
    if type(value) is int and least <= value <= most:
        return value
    report.wrong(path, f"an integer from {least} to {most}", value)
    return None


def read_id(value: object, path: str, report: Report) -> str | None:
    """`value` as an id."""
    if isinstance(value, str) and is_id(value):
        return value
    report.wrong(path, f"an id ({_ID_RULE})", value)
    return None


def read_fact(value: object, path: str, report: Report) -> FactValue | None:
    """`value` as the value of a fact: true or false, an integer or a short text."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) <= MAX_FACT_NUMBER:
        return value
    if isinstance(value, str) and 0 < len(value) <= MAX_ID_LENGTH:
        return value
    wanted = (
        f"true, false, an integer up to {MAX_FACT_NUMBER} "
        f"or a text of 1 to {MAX_ID_LENGTH} characters"
    )
    report.wrong(path, wanted, value)
    return None
