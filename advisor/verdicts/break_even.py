"""Break-even: how far one number would have to move for the lead to end."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import BreakEven, PointsBreakEven, ScoreBreakEven, break_even
from advisor.verdicts.wording import counted, names_of


@dataclass(frozen=True)
class BreakEvenRow:
    """One criterion. "" where no change of its points, or of one score, does it."""

    label: str
    weight: str  # "4 points less (2 instead of 6): Flask is ahead"
    scores: tuple[str, ...]  # "Django 7 instead of 9, within its range"


@dataclass(frozen=True)
class BreakEvens:
    summary: str  # the smallest change of points, as a sentence
    rows: tuple[BreakEvenRow, ...]  # the smallest change of points first


def break_evens_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue
) -> BreakEvens | None:
    """None where nobody is ahead of anybody: nothing answered, a tie, one alone."""
    if not evaluation["answers"] or len(evaluation["ranking"]) < 2:
        return None
    found = break_even(catalogue.rule_set, evaluation["answers"])
    if not found:
        return None
    ordered = sorted(
        found, key=lambda row: (_size(row), catalogue.criterion_label(row.criterion))
    )
    return BreakEvens(
        summary=_summary(ordered[0], evaluation, catalogue),
        rows=tuple(_row(row, evaluation, catalogue) for row in ordered),
    )


def _size(row: BreakEven) -> int:
    """Behind every real change, where no change of points does it."""
    return abs(row.points.change) if row.points else 1_000_000


def _row(
    row: BreakEven, evaluation: Mapping[str, Any], catalogue: Catalogue
) -> BreakEvenRow:
    return BreakEvenRow(
        label=catalogue.criterion_label(row.criterion),
        weight=_weight(row.points, row.criterion, evaluation, catalogue),
        scores=tuple(_score(score, row.criterion, catalogue) for score in row.scores),
    )


def _weight(
    found: PointsBreakEven | None,
    criterion: str,
    evaluation: Mapping[str, Any],
    catalogue: Catalogue,
) -> str:
    if found is None:
        return ""
    now = evaluation["points"][criterion]
    return (
        f"{_by_how_much(found.change)} ({found.points:,} instead of {now:,}): "
        f"then {_who_is_first(found.first, catalogue)}"
    )


def _by_how_much(change: int) -> str:
    return f"{counted(abs(change), 'point')} {'less' if change < 0 else 'more'}"


def _who_is_first(first: tuple[str, ...], catalogue: Catalogue) -> str:
    names = names_of(first, catalogue)
    return f"{names} is ahead" if len(first) == 1 else f"{names} are level"


def _score(found: ScoreBreakEven, criterion: str, catalogue: Catalogue) -> str:
    now = catalogue.best(found.framework, criterion)
    inside = ", within its range" if found.in_range else ""
    name = catalogue.framework_name(found.framework)
    return f"{name} {found.best} instead of {now}{inside}"


def _summary(
    nearest: BreakEven, evaluation: Mapping[str, Any], catalogue: Catalogue
) -> str:
    name = catalogue.framework_name(evaluation["ranking"][0])
    if nearest.points is None:
        return f"No other weight of a single criterion would end the lead of {name}."
    return (
        f"The nearest: “{catalogue.criterion_label(nearest.criterion)}” would have to "
        f"weigh {_by_how_much(nearest.points.change)}, and "
        f"{_who_is_first(nearest.points.first, catalogue)}."
    )
