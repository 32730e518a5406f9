"""A map of questions, options and their effects, as plain data. For any document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue, Row
from advisor.verdicts.wording import joined, signed

STEPS = 4


@dataclass(frozen=True)
class MapCell:
    """Points that an option gives to one criterion; "" and level 0 for none.

    `level` grows with the number of points, 1 to 4; `sign` is plus or minus.
    """

    text: str
    level: int = 0
    sign: str = ""


@dataclass(frozen=True)
class MapRow:
    """One option. `width` is 0..1000, of the option that moves the margin most.

    `favours` is the id of the framework it helps most, "" if none more than others.
    """

    label: str
    cells: tuple[MapCell, ...]
    margin: str  # "+18 for Django", or "no change"
    favours: str
    width: int
    rules_out: str  # "Flask", or ""


@dataclass(frozen=True)
class MapQuestion:
    id: str
    text: str
    criteria: tuple[str, ...]  # the heads of the columns
    rows: tuple[MapRow, ...]
    reach: str  # the widest swing between two of its options, in words


@dataclass(frozen=True)
class EffectsMap:
    """What every answer moves. `margin_note` says how the margin is reckoned."""

    questions: tuple[MapQuestion, ...]
    margin_note: str


@dataclass(frozen=True)
class _Scale:
    """What the strongest option of the whole rule set does."""

    points: int
    margin: int


def effects_map(catalogue: Catalogue) -> EffectsMap:
    """The map of a document the engine can read, questions in the order asked."""
    options = [option for row in catalogue.questions.values() for option in _of(row)]
    points = (abs(n) for option in options for n in option["points"].values())
    margins = (_margin(option, catalogue)[1] for option in options)
    scale = _Scale(max(points, default=0), max(margins, default=0))
    return EffectsMap(
        questions=tuple(
            _question(row, catalogue, scale) for row in catalogue.questions.values()
        ),
        margin_note=_note(catalogue),
    )


def _note(catalogue: Catalogue) -> str:
    names = joined(catalogue.framework_names)
    whom = (
        f"between {names}"
        if len(catalogue.frameworks) == 2
        else "between the framework it helps most and the one it helps least"
    )
    return (
        f"The first column says how far an answer moves the margin {whom}: "
        "its points times the difference of the scores, added up."
    )


def _of(question: Row) -> list[Row]:
    return list(question["options"])


def _question(row: Row, catalogue: Catalogue, scale: _Scale) -> MapQuestion:
    moved = {c for option in _of(row) for c, n in option["points"].items() if n}
    criteria = [criterion for criterion in catalogue.criteria if criterion in moved]
    return MapQuestion(
        id=row["id"],
        text=catalogue.question_text(row["id"]),
        criteria=tuple(map(catalogue.criterion_label, criteria)),
        rows=tuple(_rows(row, criteria, catalogue, scale)),
        reach=_reach(row, catalogue),
    )


def _rows(
    question: Row, criteria: list[str], catalogue: Catalogue, scale: _Scale
) -> Iterator[MapRow]:
    for option in _of(question):
        favours, margin = _margin(option, catalogue)
        name = catalogue.framework_name(favours)
        yield MapRow(
            label=option.get("label") or option["id"],
            cells=tuple(_cell(option["points"].get(c, 0), scale) for c in criteria),
            margin=f"{signed(margin)} for {name}" if margin else "no change",
            favours=favours,
            width=1000 * margin // scale.margin if margin else 0,
            rules_out=_rules_out(option, catalogue),
        )


def _cell(points: int, scale: _Scale) -> MapCell:
    if not points:
        return MapCell("")
    level = -(-STEPS * abs(points) // scale.points)
    return MapCell(signed(points), level, "plus" if points > 0 else "minus")


def _totals(option: Row, catalogue: Catalogue) -> dict[str, int]:
    """What the option adds to the total of each framework."""
    return {
        framework: sum(
            points * catalogue.best(framework, criterion)
            for criterion, points in option["points"].items()
        )
        for framework in catalogue.frameworks
    }


def _margin(option: Row, catalogue: Catalogue) -> tuple[str, int]:
    """Whom the option helps most, and by how much more than the least helped."""
    totals = _totals(option, catalogue)
    least, most = min(totals.values(), default=0), max(totals.values(), default=0)
    if least == most:
        return "", 0
    return min(f for f, total in totals.items() if total == most), most - least


def _reach(question: Row, catalogue: Catalogue) -> str:
    """How far the question can move the margin of any two frameworks at most."""
    totals = [_totals(option, catalogue) for option in _of(question)]
    leads = [
        [row[one] - row[other] for row in totals]
        for one in catalogue.frameworks
        for other in catalogue.frameworks
        if one < other
    ]
    widest = max((max(row) - min(row) for row in leads if row), default=0)
    return f"Its answers lie up to {widest:,} apart." if widest else ""


def _rules_out(option: Row, catalogue: Catalogue) -> str:
    needs: Mapping[str, Any] = option.get("requires", {})
    out = (
        catalogue.framework_name(name)
        for name, row in catalogue.frameworks.items()
        if any(row.get("facts", {}).get(fact) != value for fact, value in needs.items())
    )
    names = sorted(out, key=str.lower)
    return joined(names) if names else ""
