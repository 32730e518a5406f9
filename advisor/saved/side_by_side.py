"""Two saved results next to each other: verdicts, totals, answers, differences."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.documents.catalogue import Catalogue, catalogue_of
from advisor.models import Recommendation
from advisor.verdicts.contributions import in_favour, pair_of
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.verdicts.wording import counted

OPEN = "not answered"


@dataclass(frozen=True)
class OneSide:
    recommendation: Recommendation
    verdict: Verdict
    version: int
    margin: str


@dataclass(frozen=True)
class ComparedRow:
    label: str
    left: str
    right: str
    differs: bool


@dataclass(frozen=True)
class SideBySide:
    left: OneSide
    right: OneSide
    totals: tuple[ComparedRow, ...]
    answers: tuple[ComparedRow, ...]
    summary: str


def side_by_side(left: Recommendation, right: Recommendation) -> SideBySide:
    """Expects `version` to be loaded with both."""
    answers = _answer_rows(left, right)
    different = sum(row.differs for row in answers)
    return SideBySide(
        left=_side(left),
        right=_side(right),
        totals=_total_rows(left, right),
        answers=answers,
        summary=f"{counted(different, 'answer')} "
        f"{'differs' if different == 1 else 'differ'}."
        if different
        else "All answers are the same.",
    )


def _side(recommendation: Recommendation) -> OneSide:
    catalogue = _catalogue(recommendation)
    pair = pair_of(recommendation.evaluation, catalogue)
    margin = recommendation.evaluation["margin"]
    return OneSide(
        recommendation=recommendation,
        verdict=verdict_of(recommendation.evaluation, catalogue),
        version=recommendation.version.number,
        margin=in_favour(margin, pair[0].name, pair[1].name)
        if pair
        else "nothing to compare",
    )


def _total_rows(left: Recommendation, right: Recommendation) -> tuple[ComparedRow, ...]:
    return _rows(
        {**_names(right), **_names(left)},
        {key: f"{total:,}" for key, total in left.evaluation["totals"].items()},
        {key: f"{total:,}" for key, total in right.evaluation["totals"].items()},
        missing="not compared",
    )


def _answer_rows(
    left: Recommendation, right: Recommendation
) -> tuple[ComparedRow, ...]:
    first, second = _catalogue(left), _catalogue(right)
    answered = {*left.answers, *right.answers}
    texts = {
        question: catalogue.question_text(question)
        for catalogue in (first, second)
        for question in catalogue.in_order(dict.fromkeys(answered))
    }
    return _rows(texts, _labels(left, first), _labels(right, second), missing=OPEN)


def _labels(recommendation: Recommendation, catalogue: Catalogue) -> dict[str, str]:
    return {
        question: catalogue.option_label(question, option)
        for question, option in recommendation.answers.items()
    }


def _rows(
    labels: Mapping[str, str],
    left: Mapping[str, str],
    right: Mapping[str, str],
    *,
    missing: str,
) -> tuple[ComparedRow, ...]:
    return tuple(
        ComparedRow(
            label=label,
            left=left.get(key, missing),
            right=right.get(key, missing),
            differs=left.get(key) != right.get(key),
        )
        for key, label in labels.items()
    )


def _names(recommendation: Recommendation) -> dict[str, str]:
    catalogue = _catalogue(recommendation)
    names = {key: catalogue.framework_name(key) for key in catalogue.frameworks}
    return dict(sorted(names.items(), key=lambda pair: pair[1].lower()))


def _catalogue(recommendation: Recommendation) -> Catalogue:
    return catalogue_of(recommendation.version.frozen)
