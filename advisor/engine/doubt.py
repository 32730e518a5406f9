"""Where the doubt about a verdict comes from: the weights or the scores."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.engine.lanes import WORLDS, ones
from advisor.engine.rule_set import RuleSet
from advisor.engine.value import Standing, checked_answers, standing_after
from advisor.engine.worlds import count_worlds, world_tables


@dataclass(frozen=True)
class Doubt:
    """Confidence in worlds of 1,000 when only one thing varies."""

    weights_only: int
    scores_only: int


def doubt(rule_set: RuleSet, answers: Mapping[str, str]) -> Doubt | None:
    """Split the doubt about the leader; None with fewer than two viable frameworks.

    Raises AnswersError as `evaluate` does.
    """
    standing = standing_after(rule_set, checked_answers(rule_set, answers))
    if len(standing.ranking) < 2:
        return None
    viable = sorted(standing.ranking)
    weights = [_totals_of_weights(rule_set, standing, f) for f in viable]
    scores = [_totals_of_scores(rule_set, standing, f) for f in viable]
    leader = viable.index(standing.ranking[0])
    return Doubt(_least_wins(weights, leader), _least_wins(scores, leader))


def _least_wins(totals: list[int], leader: int) -> int:
    row = count_worlds(totals).wins[leader]
    return min(wins for rival, wins in enumerate(row) if rival != leader)


def _totals_of_weights(rule_set: RuleSet, standing: Standing, framework: int) -> int:
    tables = world_tables(rule_set)
    scores = rule_set.frameworks[framework].scores
    return sum(
        scores[c].best * tables.weights(c, points)
        for c, points in enumerate(standing.points)
    )


def _totals_of_scores(rule_set: RuleSet, standing: Standing, framework: int) -> int:
    tables = world_tables(rule_set)
    scores = rule_set.frameworks[framework].scores
    return sum(
        tables.scored(framework, c, scores[c], points * ones(WORLDS))
        for c, points in enumerate(standing.points)
    )
