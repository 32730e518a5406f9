"""The checks P1 to P9 of a published rule set, in words for readers."""

from dataclasses import dataclass
from functools import lru_cache

from advisor.documents.frozen import FrozenDocument, parsed
from advisor.engine import Check, publication_checks

WORDS = {
    "P1": (
        "No criterion below zero",
        "However you answer, nothing ends up counting less than nothing.",
    ),
    "P2": (
        "Everybody can win",
        "For each framework there are answers that put it strictly first.",
    ),
    "P3": (
        "No head start",
        "With nothing answered the verdict is “not enough to say”, and the totals "
        "are too close to call.",
    ),
    "P4": (
        "No idle question",
        "Every question can move the totals apart, and no two of its answers do the "
        "same.",
    ),
    "P5": (
        "No dead end",
        "No single answer rules out every framework.",
    ),
    "P6": (
        "No score without evidence",
        "Every score names a source, a grade of evidence and the date of the check.",
    ),
    "P7": (
        "Not one outcome only",
        "Random answers lead to more than one verdict; the spread is on this page.",
    ),
    "P8": (
        "Known cases stay as expected",
        "Real and made-up projects with a known answer get that verdict. A change "
        "has to be accepted by name before a version is published.",
    ),
    "P9": (
        "Nothing counted twice",
        "No two criteria of one family have the same scores throughout.",
    ),
}


@dataclass(frozen=True)
class CheckRow:
    id: str
    title: str
    meaning: str
    result: str  # "Passed", or what an editor accepted
    findings: tuple[str, ...]


def check_rows(frozen: FrozenDocument) -> tuple[CheckRow, ...]:
    """P1 to P9 in order; worked out once per process and version."""
    return tuple(_row(check) for check in _checks(frozen))


@lru_cache(maxsize=4)
def _checks(frozen: FrozenDocument) -> tuple[Check, ...]:
    return publication_checks(parsed(frozen), frozen.document)


def _row(check: Check) -> CheckRow:
    title, meaning = WORDS[check.id]
    return CheckRow(check.id, title, meaning, _result(check), check.findings)


def _result(check: Check) -> str:
    if check.passed:
        return "Passed"
    # The one check that a publisher may pass over, change by change.
    return "Changes accepted" if check.id == "P8" else "Not passed"
