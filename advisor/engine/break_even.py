"""How far one number may move before the leader is no longer strictly first."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from advisor.engine.effects import effects_of
from advisor.engine.limits import MAX_CRITERION_POINTS
from advisor.engine.rule_set import RuleSet
from advisor.engine.value import Standing, checked_answers, standing_after


@dataclass(frozen=True)
class PointsBreakEven:
    """The smallest change of a criterion's points that ends the lead.

    `points` are those after it, 0 to 10,000. `first`: who has most points then, in
    the order of ids; several in a tie, which the old leader may be part of.
    """

    change: int
    points: int
    first: tuple[str, ...]


@dataclass(frozen=True)
class ScoreBreakEven:
    """The smallest change of one framework's best score that ends the lead.

    `best` is the score after it, 0 to scale_max; `in_range` says whether it lies
    within the present range, low to high, of that score. `first` as for points.
    """

    framework: str
    change: int
    best: int
    in_range: bool
    first: tuple[str, ...]


@dataclass(frozen=True)
class BreakEven:
    """What ends the lead when only this criterion changes; None, or (), if nothing.

    `fewer` and `more` are changes of its points. `scores` has, in the order of ids,
    the frameworks of which one score would do: the leader's lower or a rival's
    higher.
    """

    criterion: str
    fewer: PointsBreakEven | None
    more: PointsBreakEven | None
    scores: tuple[ScoreBreakEven, ...]

    @property
    def points(self) -> PointsBreakEven | None:
        """The smaller of `fewer` and `more`; `fewer` if they are equal."""
        found = [side for side in (self.fewer, self.more) if side]
        return min(found, key=lambda side: abs(side.change), default=None)

    def as_dict(self) -> dict[str, object]:
        """The break-even as JSON."""
        return {
            "criterion": self.criterion,
            "fewer": _dict(self.fewer) if self.fewer else None,
            "more": _dict(self.more) if self.more else None,
            "scores": [_dict(score) for score in self.scores],
        }


def break_even(rule_set: RuleSet, answers: Mapping[str, str]) -> tuple[BreakEven, ...]:
    """One entry per criterion, in the order of ids; exact integers.

    Empty when nobody is strictly first. Raises AnswersError as `evaluate` does.
    """
    standing = standing_after(rule_set, checked_answers(rule_set, answers))
    if standing.leader is None:
        return ()
    lead = _Lead(rule_set, standing, standing.leader)
    return tuple(lead.break_even(c) for c in range(len(rule_set.criteria)))


@dataclass(frozen=True)
class _Lead:
    """The lead of `leader` over the other viable frameworks."""

    rule_set: RuleSet
    standing: Standing
    leader: int

    @property
    def margins(self) -> dict[int, int]:
        """Positive margins by rival."""
        totals = self.standing.totals
        return {g: totals[self.leader] - totals[g] for g in self.standing.ranking[1:]}

    def break_even(self, criterion: int) -> BreakEven:
        return BreakEven(
            self.rule_set.criteria[criterion].id,
            fewer=self._points(criterion, -1),
            more=self._points(criterion, 1),
            scores=tuple(self._scores(criterion)),
        )

    def _best(self, framework: int, criterion: int) -> int:
        return self.rule_set.frameworks[framework].scores[criterion].best

    def _points(self, criterion: int, sign: int) -> PointsBreakEven | None:
        ours = self._best(self.leader, criterion)
        # Each point in this direction costs the leader so much against each rival.
        costs = {g: sign * (self._best(g, criterion) - ours) for g in self.margins}
        steps = [
            _steps(margin, costs[g])
            for g, margin in self.margins.items()
            if costs[g] > 0
        ]
        points = self.standing.points[criterion] + sign * min(steps, default=0)
        if not steps or not 0 <= points <= MAX_CRITERION_POINTS:
            return None
        change = sign * min(steps)
        moved = {f: change * self._best(f, criterion) for f in self.standing.ranking}
        return PointsBreakEven(change, points, self._first(moved))

    def _scores(self, criterion: int) -> Iterable[ScoreBreakEven]:
        points = self.standing.points[criterion]
        if not points or not self.margins:
            return
        nearest = min(self.margins.values())
        for f in sorted(self.standing.ranking):
            change = _steps(self.margins.get(f, nearest), points)
            if f == self.leader:
                change = -change
            score = self.rule_set.frameworks[f].scores[criterion]
            best = score.best + change
            if 0 <= best <= self.rule_set.scale_max:
                yield ScoreBreakEven(
                    self.rule_set.frameworks[f].id,
                    change,
                    best,
                    score.low <= best <= score.high,
                    self._first({f: change * points}),
                )

    def _first(self, moved: Mapping[int, int]) -> tuple[str, ...]:
        """Who has most points after some totals moved."""
        totals = {
            f: self.standing.totals[f] + moved.get(f, 0)
            for f in sorted(self.standing.ranking)
        }
        ids = effects_of(self.rule_set).framework_ids
        most = max(totals.values())
        return tuple(ids[f] for f, total in totals.items() if total == most)


def _steps(margin: int, cost: int) -> int:
    """The fewest whole steps of `cost` that use up a margin."""
    return -(-margin // cost)


def _dict(entry: PointsBreakEven | ScoreBreakEven) -> dict[str, object]:
    return {**asdict(entry), "first": list(entry.first)}
