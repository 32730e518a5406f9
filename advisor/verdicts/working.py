"""The full working: totals, points, scores, ranges, grades, sources and dates."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from advisor.documents.catalogue import Catalogue, Row
from advisor.verdicts import wording
from advisor.verdicts.contributions import Side
from guide.citations import Citation, cite

Cite = Callable[[Iterable[str]], Sequence[Citation]]


@dataclass(frozen=True)
class Total:
    framework: Side
    total: str
    fit: str


@dataclass(frozen=True)
class Score:
    framework: Side
    best: int
    spread: str  # "7 and 9", or "" where the score is not in doubt
    equation: str  # "9 × 3 = 27", score times points
    grade: str
    rationale: str
    citations: Sequence[Citation]  # numbered in the order in which claims first appear
    checked_on: date | None


@dataclass(frozen=True)
class CriterionRow:
    id: str
    label: str
    help: str
    points: str  # "3 points"
    scores: tuple[Score, ...]


@dataclass(frozen=True)
class RuledOut:
    framework: Side
    sentence: str
    question: str


@dataclass(frozen=True)
class Working:
    frameworks: tuple[Side, ...]  # columns, by name
    scale_max: int
    checked_on: date | None  # when most of the scores were checked
    most: str  # the highest total these answers allow
    totals: tuple[Total, ...]
    criteria: tuple[CriterionRow, ...]
    ruled_out: tuple[RuledOut, ...]


def working_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue, claims: Mapping[str, Any]
) -> Working:
    """`claims` maps a claim's slug to the claim; slugs it lacks are left out."""
    columns = columns_of(catalogue)
    rows = criterion_rows(catalogue, columns, evaluation["points"], claims)
    return Working(
        frameworks=columns,
        scale_max=catalogue.scale_max,
        checked_on=_usual_date(rows),
        most=f"{catalogue.scale_max * evaluation['total_points']:,}",
        totals=tuple(_total(side, evaluation, catalogue) for side in columns),
        criteria=rows,
        ruled_out=tuple(_ruled_out(row, catalogue) for row in evaluation["ruled_out"]),
    )


def criterion_rows(
    catalogue: Catalogue,
    columns: Sequence[Side],
    points: Mapping[str, int],
    claims: Mapping[str, Any],
) -> tuple[CriterionRow, ...]:
    places: dict[int, int] = {}
    return tuple(
        _criterion(row, columns, points, catalogue, partial(_cite, claims, places))
        for row in catalogue.criteria.values()
    )


def columns_of(catalogue: Catalogue) -> tuple[Side, ...]:
    sides = (Side(key, catalogue.framework_name(key)) for key in catalogue.frameworks)
    return tuple(sorted(sides, key=lambda side: side.name.lower()))


def cited(catalogue: Catalogue) -> list[str]:
    """The slugs of all claims that scores cite, each once, in reading order."""
    return list(
        dict.fromkeys(
            slug
            for criterion in catalogue.criteria
            for framework in catalogue.frameworks.values()
            for slug in framework["scores"][criterion].get("claims", ())
        )
    )


def _total(side: Side, evaluation: Mapping[str, Any], catalogue: Catalogue) -> Total:
    thousandths = fit_in_thousand(evaluation, side.slug, catalogue)
    return Total(
        framework=side,
        total=f"{evaluation['totals'][side.slug]:,}",
        fit=f"{(thousandths + 5) // 10} of 100",
    )


def fit_in_thousand(
    evaluation: Mapping[str, Any], framework: str, catalogue: Catalogue
) -> int:
    """The displayed fit, an exact integer: total over the most points possible."""
    most = catalogue.scale_max * evaluation["total_points"]
    return evaluation["totals"][framework] * 1000 // most if most else 0


def _criterion(
    row: Row,
    columns: Sequence[Side],
    points: Mapping[str, int],
    catalogue: Catalogue,
    cited_by: Cite,
) -> CriterionRow:
    return CriterionRow(
        id=row["id"],
        label=catalogue.criterion_label(row["id"]),
        help=row.get("help", ""),
        points=wording.counted(points[row["id"]], "point"),
        scores=tuple(
            _score(
                side,
                catalogue.frameworks[side.slug]["scores"][row["id"]],
                points[row["id"]],
                cited_by,
            )
            for side in columns
        ),
    )


def _score(side: Side, row: Row, points: int, cited_by: Cite) -> Score:
    low, best, high = row["low"], row["best"], row["high"]
    return Score(
        framework=side,
        best=best,
        spread=f"{low} and {high}" if low < high else "",
        equation=f"{best} × {points} = {points * best:,}",
        grade=row.get("grade", ""),
        rationale=row.get("rationale", ""),
        citations=cited_by(row.get("claims", ())),
        checked_on=_date(row.get("checked_on")),
    )


def _cite(
    claims: Mapping[str, Any], places: dict[int, int], slugs: Iterable[str]
) -> Sequence[Citation]:
    return cite((claims[slug] for slug in slugs if slug in claims), places)


def _usual_date(rows: Iterable[CriterionRow]) -> date | None:
    """The most frequent date of a check; of equally frequent ones the latest."""
    dates = Counter(
        score.checked_on for row in rows for score in row.scores if score.checked_on
    )
    return max(dates, key=lambda day: (dates[day], day), default=None)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _ruled_out(row: Mapping[str, Any], catalogue: Catalogue) -> RuledOut:
    name = catalogue.framework_name(row["framework"])
    fact = catalogue.fact_label(row["fact"])
    answer = catalogue.option_label(row["question"], row["option"])
    needs, has = _yes_or_no(row["needs"]), _yes_or_no(row["has"])
    return RuledOut(
        framework=Side(row["framework"], name),
        sentence=f"{name} is ruled out by your answer “{answer}”: it needs "
        f"“{fact}: {needs}”, and for {name} it is {has}.",
        question=row["question"],
    )


def _yes_or_no(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value)
