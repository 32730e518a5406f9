"""Saved results in a list: title, verdict and version of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.answers import Journey
from advisor.catalogue import catalogue_of
from advisor.models import Recommendation
from advisor.presentation.verdict import Verdict, verdict_of
from advisor.wording import counted


@dataclass(frozen=True)
class SavedItem:
    recommendation: Recommendation
    verdict: Verdict
    answers: str
    version: int


def saved_items(recommendations: Iterable[Recommendation]) -> tuple[SavedItem, ...]:
    """Expects `version` to be loaded with each."""
    return tuple(
        SavedItem(
            recommendation=row,
            verdict=verdict_of(row.evaluation, catalogue_of(row.version.frozen)),
            answers=counted(len(row.answers), "answer"),
            version=row.version.number,
        )
        for row in recommendations
    )


def journey_of(recommendation: Recommendation) -> Journey:
    """Its answers, under the version it was saved with, wherever its links lead."""
    return Journey(
        answers=recommendation.answers, rule_set=recommendation.version.number
    )
