"""The 1,000 worlds: weights and scores vary together, lane by lane.

In world n criterion c weighs Q[r](pi_c(n)), the quantile of Gamma(r, 1) for its
points r, and framework f scores low, best or high on it where a second
permutation of 0..999 is below 300, below 700, or not. This is Latin hypercube
sampling with common random numbers; normalised weights are Dirichlet(points).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from advisor.engine.bounds import reach_of
from advisor.engine.gamma import gamma_chunks
from advisor.engine.lanes import (
    LANE_BITS,
    LANE_BYTES,
    WORLDS,
    count_small,
    high_bits,
    pack_chunks,
    unpack,
)
from advisor.engine.memory import once_per_rule_set
from advisor.engine.permutation import permutation
from advisor.engine.rule_set import RuleSet, Score
from advisor.engine.value import Standing

LOW_WORLDS = 300
HIGH_FROM = 700
# One entry takes 5.3 kB; the oldest goes when there are more. Weights are shared
# by the frameworks of one evaluation only.
_MAX_CONTRIBUTIONS = 8192
_MAX_WEIGHTS = 256
_ALL = b"\xff" * LANE_BYTES
_NONE = bytes(LANE_BYTES)

K = TypeVar("K")


@dataclass(frozen=True)
class WorldCounts:
    """Who was ahead in how many worlds; indices follow the compared frameworks.

    `wins[f][g]`: worlds with f above g, half of the ties added (of an odd number
    of ties the first of the two gets the odd half). `ranks[f][k]`: worlds in
    which exactly k others are above f.
    """

    wins: tuple[tuple[int, ...], ...]
    ranks: tuple[tuple[int, ...], ...]


class WorldTables:
    """Lanes of one rule set: contributions by framework, criterion and points."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._version = rule_set.constants.version
        self._criteria = tuple(c.id for c in rule_set.criteria)
        self._frameworks = tuple(f.id for f in rule_set.frameworks)
        self._scores = tuple(f.scores for f in rule_set.frameworks)
        self._orders: dict[int, tuple[int, ...]] = {}
        self._strata: dict[tuple[int, int], tuple[int, int]] = {}
        self._weights: dict[tuple[int, int], int] = {}
        self._contributions: dict[tuple[int, int, int], int] = {}

    @property
    def remembered(self) -> int:
        """How many contributions are held, each for one framework and criterion."""
        return len(self._contributions)

    def totals(self, framework: int, points: Sequence[int]) -> int:
        """Weighted sums of one framework in all worlds, in 1/1024 of a point."""
        known = self._contributions
        total = 0
        for c, number in enumerate(points):
            if number:
                lanes = known.get((framework, c, number))
                if lanes is None:
                    lanes = self.contribution(framework, c, number)
                total += lanes
        return total

    def contribution(self, framework: int, criterion: int, points: int) -> int:
        """Weight times score of one criterion in all worlds."""
        score = self._scores[framework][criterion]
        weights = self.weights(criterion, points)
        lanes = self.scored(framework, criterion, score, weights)
        key = (framework, criterion, points)
        _remember(self._contributions, _MAX_CONTRIBUTIONS, key, lanes)
        return lanes

    def weights(self, criterion: int, points: int) -> int:
        """The weight of one criterion in all worlds."""
        key = (criterion, points)
        if key not in self._weights:
            if criterion not in self._orders:
                seed = f"{self._version}|w|{self._criteria[criterion]}"
                self._orders[criterion] = permutation(seed)
            chunks = gamma_chunks(points)
            lanes = pack_chunks(map(chunks.__getitem__, self._orders[criterion]))
            _remember(self._weights, _MAX_WEIGHTS, key, lanes)
        return self._weights[key]

    def scored(self, framework: int, criterion: int, score: Score, weights: int) -> int:
        """`weights` times the score that `framework` has in each world."""
        lanes = score.best * weights
        if score.low == score.high:
            return lanes
        low, high = self._low_and_high(framework, criterion)
        lanes -= (score.best - score.low) * (weights & low)
        return lanes + (score.high - score.best) * (weights & high)

    def _low_and_high(self, framework: int, criterion: int) -> tuple[int, int]:
        """Masks of the worlds in which the score is low, and high."""
        key = (framework, criterion)
        if key not in self._strata:
            names = f"{self._frameworks[framework]}|{self._criteria[criterion]}"
            order = permutation(f"{self._version}|s|{names}")
            low = pack_chunks(_ALL if at < LOW_WORLDS else _NONE for at in order)
            high = pack_chunks(_ALL if at >= HIGH_FROM else _NONE for at in order)
            self._strata[key] = (low, high)
        return self._strata[key]


def _remember(cache: dict[K, int], most: int, key: K, lanes: int) -> None:
    if len(cache) >= most:
        cache.pop(next(iter(cache)), None)
    cache[key] = lanes


@once_per_rule_set
def world_tables(rule_set: RuleSet) -> WorldTables:
    """The tables of a rule set, filled as they are needed."""
    return WorldTables(rule_set)


def world_totals(
    rule_set: RuleSet, points: Sequence[int], frameworks: Sequence[int]
) -> list[list[int]]:
    """The 1,000 totals of each framework given, in 1/1024 of a point."""
    tables = world_tables(rule_set)
    return [unpack(tables.totals(f, points), WORLDS) for f in frameworks]


def count_worlds(totals: Sequence[int]) -> WorldCounts:
    """Compare the totals of all frameworks, each as 1,000 lanes."""
    high = high_bits(WORLDS)
    raised = [lanes + high for lanes in totals]
    size = len(totals)
    wins = [[0] * size for _ in totals]
    below_or_level = [0] * size
    for f, g in combinations(range(size), 2):
        f_reaches = (raised[f] - totals[g]) & high
        g_reaches = (raised[g] - totals[f]) & high
        below_or_level[f] += f_reaches >> (LANE_BITS - 1)
        below_or_level[g] += g_reaches >> (LANE_BITS - 1)
        # Twice the worlds of f: above counts twice, level once.
        twice = WORLDS + f_reaches.bit_count() - g_reaches.bit_count()
        wins[f][g] = (twice + 1) // 2
        wins[g][f] = WORLDS - wins[f][g]
    places = range(size - 1, -1, -1)
    return WorldCounts(
        tuple(map(tuple, wins)),
        tuple(count_small(lanes, places) for lanes in below_or_level),
    )


def compare_worlds(rule_set: RuleSet, standing: Standing) -> WorldCounts:
    """The viable frameworks, in id order, compared in all worlds."""
    tables = world_tables(rule_set)
    return count_worlds(
        [tables.totals(f, standing.points) for f in sorted(standing.ranking)]
    )


def warm(rule_set: RuleSet) -> None:
    """Build the tables an evaluation of `rule_set` can need, as far as they fit."""
    tables = world_tables(rule_set)
    frameworks = range(len(rule_set.frameworks))
    room = _MAX_CONTRIBUTIONS
    for c, criterion in enumerate(rule_set.criteria):
        low, high = reach_of(rule_set)[criterion.id]
        for points in range(low, high + 1):
            room -= len(frameworks)
            if room < 0:
                return
            for f in frameworks:
                tables.contribution(f, c, points)
