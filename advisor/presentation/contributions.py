"""Geometry of the diverging bars: which criteria and answers moved the margin.

All integers: x and width in thousandths of the chart's width, y and height in pixels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.catalogue import Catalogue
from advisor.wording import signed

ROW_HEIGHT = 48
MIDDLE = 500
START = "(start)"


@dataclass(frozen=True)
class Side:
    slug: str
    name: str


@dataclass(frozen=True)
class Bar:
    """One row: its numbers in words, and its bar beside the line in the middle."""

    label: str
    framework: str  # "" when the row moves nothing
    value_label: str
    x: int
    width: int
    y: int


@dataclass(frozen=True)
class Chart:
    id: str
    title: str
    description: str
    left: Side
    right: Side
    zero: int
    height: int
    rows: tuple[Bar, ...]


def chart_by_criterion(
    evaluation: Mapping[str, Any], catalogue: Catalogue
) -> Chart | None:
    """What each criterion moved, the largest first; None without two to compare."""
    rows = [
        (catalogue.criterion_label(criterion), value)
        for criterion, value in evaluation["margin_by_criterion"].items()
    ]
    return _chart("by-criterion", "by criterion", rows, evaluation, catalogue)


def chart_by_answer(
    evaluation: Mapping[str, Any], catalogue: Catalogue
) -> Chart | None:
    """What each answer moved, and where it started before the first answer."""
    answers = evaluation["answers"]
    rows = [
        (answer_label(question, answers, catalogue), value)
        for question, value in evaluation["margin_by_answer"].items()
    ]
    return _chart("by-answer", "by answer", rows, evaluation, catalogue)


def answer_label(
    question: str, answers: Mapping[str, str], catalogue: Catalogue
) -> str:
    if question == START:
        return "Before the first answer"
    option = catalogue.option_label(question, answers[question])
    return f"{catalogue.question_text(question)} {option}"


def in_favour(value: int, first: str, second: str) -> str:
    """A margin of `first` over `second` in words: "+12 for Django"."""
    if value == 0:
        return "moves nothing"
    return f"{signed(abs(value))} for {first if value > 0 else second}"


def sides_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue
) -> tuple[Side, Side] | None:
    """The two in front, (left, right), by name: no side moves when the leader does."""
    if len(evaluation["ranking"]) < 2:
        return None
    pair = [
        Side(framework, catalogue.framework_name(framework))
        for framework in evaluation["ranking"][:2]
    ]
    left, right = sorted(pair, key=lambda side: side.name.lower())
    return left, right


def _chart(
    key: str,
    subject: str,
    rows: Iterable[tuple[str, int]],
    evaluation: Mapping[str, Any],
    catalogue: Catalogue,
) -> Chart | None:
    sides = sides_of(evaluation, catalogue)
    if sides is None:
        return None
    left, right = sides
    # The engine's margins are "first of the ranking over the second".
    first, second = map(catalogue.framework_name, evaluation["ranking"][:2])
    ordered = sorted(rows, key=lambda row: (-abs(row[1]), row[0]))
    scale = max((abs(value) for _, value in ordered), default=0) or 1
    return Chart(
        id=f"chart-{key}",
        title=f"What moved the totals apart, {subject}",
        description=f"Bars to the left count for {left.name}, bars to the right for "
        f"{right.name}. All bars together are the difference of the two totals: "
        f"{in_favour(evaluation['margin'], first, second)}.",
        left=left,
        right=right,
        zero=MIDDLE,
        height=ROW_HEIGHT * len(ordered),
        rows=tuple(
            Bar(
                label=label,
                framework=_favoured(value, evaluation["ranking"]),
                value_label=in_favour(value, first, second),
                y=number * ROW_HEIGHT,
                **_extent(value, scale, leftwards=(value > 0) == (first == left.name)),
            )
            for number, (label, value) in enumerate(ordered)
        ),
    )


def _favoured(value: int, ranking: Sequence[str]) -> str:
    return ranking[0 if value > 0 else 1] if value else ""


def _extent(value: int, scale: int, *, leftwards: bool) -> dict[str, int]:
    # Never thinner than can be seen, and never longer than half the chart.
    width = max(4, abs(value) * MIDDLE // scale) if value else 0
    return {"x": MIDDLE - width if leftwards else MIDDLE, "width": width}
