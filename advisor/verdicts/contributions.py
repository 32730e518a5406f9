"""Geometry of the diverging bars: which criteria and answers moved the margin.

All integers: x and width in thousandths of the chart's width, y and height in pixels.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.verdicts.wording import joined, signed

ROW_HEIGHT = 48
MIDDLE = 500
START = "(start)"


@dataclass(frozen=True)
class Side:
    slug: str
    name: str


@dataclass(frozen=True)
class Bar:
    """One row: its number in words, and its bar beside the line in the middle."""

    label: str
    framework: str  # whom it counts for
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
    total_label: str
    rows: tuple[Bar, ...]
    idle: str  # what moves nothing and therefore has no bar, as a sentence, or ""


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
        return "nothing"
    return f"{signed(abs(value))} for {first if value > 0 else second}"


def pair_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue
) -> tuple[Side, Side] | None:
    """The first and the second of the ranking, whom every margin compares."""
    if len(evaluation["ranking"]) < 2:
        return None
    first, second = (
        Side(framework, catalogue.framework_name(framework))
        for framework in evaluation["ranking"][:2]
    )
    return first, second


def _chart(
    key: str,
    subject: str,
    rows: Iterable[tuple[str, int]],
    evaluation: Mapping[str, Any],
    catalogue: Catalogue,
) -> Chart | None:
    pair = pair_of(evaluation, catalogue)
    if pair is None:
        return None
    # By name, so that no side moves when the leader does.
    left, right = sorted(pair, key=lambda side: side.name.lower())
    rows = list(rows)
    ordered = sorted(
        (row for row in rows if row[1]), key=lambda row: (-abs(row[1]), row[0])
    )
    together = in_favour(evaluation["margin"], pair[0].name, pair[1].name)
    scale = max((abs(value) for _, value in ordered), default=0) or 1
    return Chart(
        id=f"chart-{key}",
        title=f"What moved the totals apart, {subject}",
        description=f"Bars to the left count for {left.name}, bars to the right for "
        f"{right.name}. All bars together are the difference of the two totals: "
        f"{together}.",
        left=left,
        right=right,
        zero=MIDDLE,
        height=ROW_HEIGHT * len(ordered),
        total_label=together,
        idle=_idle(label for label, value in rows if not value),
        rows=tuple(
            _bar(number, label, value, scale, pair, left)
            for number, (label, value) in enumerate(ordered)
        ),
    )


def _idle(labels: Iterable[str]) -> str:
    ordered = sorted(labels)
    if not ordered:
        return ""
    verb = "moves" if len(ordered) == 1 else "move"
    return f"{joined(ordered)} {verb} nothing."


def _bar(
    number: int, label: str, value: int, scale: int, pair: tuple[Side, Side], left: Side
) -> Bar:
    """`pair` is the first and the second of the ranking; `value` the former's lead."""
    favoured = pair[0] if value > 0 else pair[1]
    # Never thinner than can be seen, and never longer than half the chart.
    width = max(4, abs(value) * MIDDLE // scale)
    return Bar(
        label=label,
        framework=favoured.slug,
        value_label=in_favour(value, pair[0].name, pair[1].name),
        x=MIDDLE - width if favoured == left else MIDDLE,
        width=width,
        y=number * ROW_HEIGHT,
    )
