"""Saved results in a list: title, verdict and version of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.documents.catalogue import catalogue_of
from advisor.journey.answers import Journey
from advisor.models import Recommendation
from advisor.saved.standing_today import (
    Revisit,
    StandingToday,
    revisit_of,
    standings_of,
)
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.verdicts.wording import counted


@dataclass(frozen=True)
class SavedItem:
    recommendation: Recommendation
    verdict: Verdict
    answers: str
    version: int
    standing: StandingToday | None
    revisit: Revisit | None


def saved_items(recommendations: Iterable[Recommendation]) -> tuple[SavedItem, ...]:
    """Expects `version` to be loaded with each."""
    rows = list(recommendations)
    standings = standings_of(rows)
    return tuple(
        SavedItem(
            recommendation=row,
            verdict=verdict_of(row.evaluation, catalogue_of(row.version.frozen)),
            answers=counted(len(row.answers), "answer"),
            version=row.version.number,
            standing=standings.get(row.pk),
            revisit=revisit_of(row),
        )
        for row in rows
    )


def journey_of(recommendation: Recommendation) -> Journey:
    """Its answers, under the version it was saved with, wherever its links lead."""
    return Journey(
        answers=recommendation.answers, rule_set=recommendation.version.number
    )
