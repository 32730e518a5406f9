"""How the advisor decides: constants, criteria, questions, outcomes, versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue, Row
from advisor.engine import ENGINE_VERSION
from advisor.verdicts import wording
from advisor.verdicts.contributions import Side
from advisor.verdicts.working import CriterionRow, columns_of, criterion_rows
from advisor.wizard.question_page import Effect, effect_of


@dataclass(frozen=True)
class Anchors:
    """What 0, 5 and 10 mean on one criterion."""

    label: str
    help: str
    base_points: str  # "3 points"
    low: str
    middle: str
    high: str


@dataclass(frozen=True)
class QuestionRow:
    id: str
    text: str
    why: str
    quick: bool
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class OutcomeRow:
    label: str
    framework: str  # whom it names, or ""
    count: str
    share: str
    width: int  # thousandths of the chart's width


@dataclass(frozen=True)
class MethodPage:
    frameworks: tuple[Side, ...]
    too_close: str
    clear: str
    min_margin: str
    scale_max: int
    worlds_version: int
    engine_version: int
    anchors: tuple[Anchors, ...]
    criteria: tuple[CriterionRow, ...]
    questions: tuple[QuestionRow, ...]
    samples: str
    outcomes: tuple[OutcomeRow, ...]
    only_one_share: str  # of 100 random answer sets, those that leave one framework


def method_page(
    catalogue: Catalogue, outcomes: Mapping[str, Any], claims: Mapping[str, Any]
) -> MethodPage:
    """`outcomes` is the engine's distribution over random answer sets."""
    columns = columns_of(catalogue)
    base = {row["id"]: row["base_points"] for row in catalogue.criteria.values()}
    return MethodPage(
        frameworks=columns,
        too_close=_per_hundred(catalogue.constant("too_close")),
        clear=_per_hundred(catalogue.constant("clear")),
        min_margin=_per_hundred(catalogue.constant("min_margin")),
        scale_max=catalogue.scale_max,
        worlds_version=catalogue.rule_set.constants.version,
        engine_version=ENGINE_VERSION,
        anchors=tuple(_anchors(row) for row in catalogue.criteria.values()),
        criteria=criterion_rows(catalogue, columns, base, claims),
        questions=tuple(
            _question(row, catalogue) for row in catalogue.questions.values()
        ),
        samples=f"{outcomes.get('samples', 0):,}",
        outcomes=tuple(_outcomes(outcomes, columns)),
        only_one_share=wording.share(
            outcomes.get("kinds", {}).get("only_one", 0), outcomes.get("samples") or 1
        ),
    )


def _per_hundred(thousandths: int) -> str:
    """660 as "66", 25 as "2.5"."""
    whole, rest = divmod(thousandths, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def _anchors(row: Row) -> Anchors:
    anchors = row.get("anchors", {})
    return Anchors(
        label=row.get("label") or row["id"],
        help=row.get("help", ""),
        base_points=wording.counted(row["base_points"], "point"),
        # The shipped words begin with the score they stand for; the column says it.
        low=anchors.get("low", "").removeprefix("0: "),
        middle=anchors.get("middle", "").removeprefix("5: "),
        high=anchors.get("high", "").removeprefix("10: "),
    )


def _question(row: Row, catalogue: Catalogue) -> QuestionRow:
    return QuestionRow(
        id=row["id"],
        text=catalogue.question_text(row["id"]),
        why=row.get("why", ""),
        quick=bool(row.get("quick")),
        effects=tuple(effect_of(option, catalogue) for option in row["options"]),
    )


def _outcomes(
    outcomes: Mapping[str, Any], columns: tuple[Side, ...]
) -> list[OutcomeRow]:
    samples = outcomes.get("samples", 0)
    counts: list[tuple[str, str, int]] = []
    for side in columns:
        named = outcomes.get("frameworks", {}).get(side.slug, {})
        counts += [
            (side.name, side.slug, named.get("clear", 0)),
            (f"Leans to {side.name}", side.slug, named.get("leans", 0)),
            (f"Only {side.name} qualifies", side.slug, named.get("only_one", 0)),
        ]
    kinds = outcomes.get("kinds", {})
    counts += [
        ("Too close to call", "", kinds.get("too_close", 0)),
        ("A tie", "", kinds.get("tie", 0)),
        ("None qualifies", "", kinds.get("none", 0)),
    ]
    most = max(count for *_, count in counts)
    return [
        OutcomeRow(
            label=label,
            framework=framework,
            count=f"{count:,}",
            share=wording.share(count, samples),
            width=count * 1000 // most if most else 0,
        )
        for label, framework, count in counts
        if samples
    ]
