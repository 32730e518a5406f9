"""Scores that are in doubt, as intervals from low to high with the best value.

All integers: positions in thousandths of the chart's width, heights in pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue, Row

ROW_HEIGHT = 48
AXIS_HEIGHT = 24
MOST = 8

Doubted = tuple[str, str, Row]  # criterion, framework, score


@dataclass(frozen=True)
class Tick:
    x: int
    label: str
    anchor: str


@dataclass(frozen=True)
class Interval:
    label: str
    framework: str
    value_label: str
    low: int
    best: int
    high: int
    y: int


@dataclass(frozen=True)
class IntervalChart:
    id: str
    title: str
    description: str
    height: int
    ticks: tuple[Tick, ...]
    rows: tuple[Interval, ...]


def debatable_scores(
    evaluation: Mapping[str, Any], catalogue: Catalogue
) -> IntervalChart | None:
    """The scores with a range that weigh most; None if there are none.

    Of more than two frameworks only the two in front: the table has all of them.
    """
    found = [
        (criterion, framework, row)
        for criterion in catalogue.criteria
        if evaluation["points"][criterion]
        for framework in _by_name(evaluation, catalogue)
        for row in [catalogue.frameworks[framework]["scores"][criterion]]
        if row["low"] < row["high"]
    ]
    if not found:
        return None
    doubted = _weightiest(found, evaluation["points"])
    top = catalogue.scale_max
    return IntervalChart(
        id="chart-debatable",
        title="Scores that are debatable",
        description="Each line runs from the lowest to the highest score that the "
        f"evidence allows, on a scale from 0 to {top}; the dot is the score used."
        + (
            f" These {MOST} of {len(found)} can move the totals most; the table below "
            "has the others."
            if len(found) > MOST
            else ""
        ),
        height=ROW_HEIGHT * len(doubted) + AXIS_HEIGHT,
        ticks=(
            Tick(0, "0", "start"),
            Tick(500, str(top // 2), "middle"),
            Tick(1000, str(top), "end"),
        ),
        rows=tuple(
            _interval(number, criterion, framework, row, catalogue)
            for number, (criterion, framework, row) in enumerate(doubted)
        ),
    )


def _weightiest(found: list[Doubted], points: Mapping[str, int]) -> list[Doubted]:
    """At most MOST of them by points times range, in the order they came in."""

    def weight(entry: Doubted) -> int:
        criterion, _, row = entry
        return int(points[criterion] * (row["high"] - row["low"]))

    chosen = sorted(found, key=weight, reverse=True)[:MOST]
    return [entry for entry in found if entry in chosen]


def _by_name(evaluation: Mapping[str, Any], catalogue: Catalogue) -> list[str]:
    compared = list(catalogue.frameworks)
    if len(compared) > 2:
        compared = evaluation["ranking"][:2]
    return sorted(compared, key=lambda key: catalogue.framework_name(key).lower())


def _interval(
    number: int, criterion: str, framework: str, row: Row, catalogue: Catalogue
) -> Interval:
    low, best, high = (
        row[name] * 1000 // catalogue.scale_max for name in ("low", "best", "high")
    )
    name = catalogue.framework_name(framework)
    return Interval(
        label=f"{catalogue.criterion_label(criterion)}: {name}",
        framework=framework,
        value_label=f"{row['best']} ({row['low']} to {row['high']})",
        low=low,
        best=best,
        high=high,
        y=number * ROW_HEIGHT,
    )
