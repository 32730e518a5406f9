"""The smallest sets of answer changes that put another framework first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from advisor.engine.effects import Effects, effects_of
from advisor.engine.lanes import (
    LANE_BITS,
    SIGN,
    high_bits,
    lanewise_max,
    ones,
    pack,
    unpack,
)
from advisor.engine.limits import MAX_FLIP_CHANGES, MAX_FLIP_STEPS, MAX_FLIPS
from advisor.engine.rule_set import RuleSet
from advisor.engine.value import Answers, Standing

Change = tuple[str, str]


@dataclass(frozen=True)
class Flip:
    """Changes, as (question, option) in the order of questions, and who leads then."""

    to: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class _Space:
    """All margins of all pairs in one integer, and what each change adds.

    `gains[j]` holds the options of the j-th question with their gain, `most[j]` is
    the most any of them adds. `rows` masks the lanes of each framework that could
    take the lead; it has done so when all of them are positive.
    """

    questions: tuple[str, ...]
    gains: tuple[tuple[tuple[str, int], ...], ...]
    most: tuple[int, ...]
    rows: tuple[int, ...]
    lift: int
    signs: int

    def reaches(self, margins: int) -> bool:
        """Whether some other framework is viable and strictly first."""
        positive = (margins + self.lift) & self.signs
        for row in self.rows:  # noqa: SIM110 (any() takes twice as long here)
            if positive & row == row:
                return True
        return False


@dataclass(frozen=True)
class Flips:
    """The smallest flips found; `complete` unless the search was cut short."""

    found: tuple[Flip, ...]
    complete: bool


def smallest_flips(
    rule_set: RuleSet,
    answers: Answers,
    standing: Standing,
    max_steps: int = MAX_FLIP_STEPS,
) -> Flips:
    """Every smallest flip: all of one size, sorted by changes, at most 50.

    A flip changes or adds up to three answers, after which a framework other than
    the present leader is viable and strictly first. In a tie, and when none is
    viable, there is no leader, and whoever comes strictly first is new.
    """
    effects = effects_of(rule_set)
    chosen = dict(answers)
    space = _space_of(effects, chosen, standing)
    margins = pack(entry for row in standing.rows for entry in row)
    steps_left = max_steps
    for size in range(1, MAX_FLIP_CHANGES + 1):
        search = _Search(space, size, steps_left)
        sets = tuple(islice(search.sets_of(size, margins), MAX_FLIPS))
        steps_left = search.steps_left
        if sets or steps_left < 0:
            return Flips(_verified(effects, chosen, sets), steps_left >= 0)
    return Flips((), complete=True)


class _Search:
    """A search through sets of changes that looks at no more than some of them.

    `bounds[m][j]` is, lane by lane, the most that m changes to the questions from
    the j-th on can add, for every m up to `size`.
    """

    def __init__(self, space: _Space, size: int, max_steps: int) -> None:
        self.space = space
        self.bounds = _bounds(space.most, size, space.signs)
        self.steps_left = max_steps

    def sets_of(
        self, size: int, margins: int, start: int = 0
    ) -> Iterator[tuple[Change, ...]]:
        """Sets of exactly `size` changes that flip, in sorted order."""
        space = self.space
        bounds, rest_bounds = self.bounds[size], self.bounds[size - 1]
        for j in range(start, len(space.questions)):
            self.steps_left -= len(space.gains[j])
            if self.steps_left < 0 or not space.reaches(margins + bounds[j]):
                return
            question, rest = space.questions[j], rest_bounds[j + 1]
            for option, gain in space.gains[j]:
                after = margins + gain
                if not space.reaches(after + rest):
                    continue
                if size == 1:
                    yield ((question, option),)
                    continue
                for more in self.sets_of(size - 1, after, j + 1):
                    yield ((question, option), *more)


def _verified(
    effects: Effects,
    answers: Mapping[str, str],
    sets: tuple[tuple[Change, ...], ...],
) -> tuple[Flip, ...]:
    """The flips these changes make, by adding up all totals: not by the margins."""
    present = effects.base_strength
    for question, option in answers.items():
        present += effects.questions[question].options[option].strength_lanes
    flips = []
    for changes in sets:
        strength = present
        for question, option in changes:
            options = effects.questions[question].options
            strength += options[option].strength_lanes
            if question in answers:
                strength -= options[answers[question]].strength_lanes
        first = _strictly_first(strength, len(effects.framework_ids))
        if first is None:
            raise AssertionError(f"not a flip: {changes}")
        flips.append(Flip(effects.framework_ids[first], changes))
    return tuple(flips)


def _strictly_first(strength: int, size: int) -> int | None:
    lifted = unpack(strength + high_bits(size), size)
    highest = max(lifted)
    # Below SIGN: even the first is ruled out, since totals are never negative.
    if highest < SIGN or lifted.count(highest) > 1:
        return None
    return lifted.index(highest)


def _space_of(
    effects: Effects, answers: Mapping[str, str], standing: Standing
) -> _Space:
    changes = [
        effect.changes[answers.get(question)]
        for question, effect in effects.questions.items()
    ]
    size = len(effects.framework_ids)
    row = high_bits(size)
    leader = standing.leader
    return _Space(
        questions=tuple(effects.questions),
        gains=tuple(change.gains for change in changes),
        most=tuple(change.most for change in changes),
        rows=tuple(row << (LANE_BITS * size * t) for t in range(size) if t != leader),
        lift=high_bits(size * size) - ones(size * size),
        signs=high_bits(size * size),
    )


def _bounds(
    most: tuple[int, ...], largest_size: int, signs: int
) -> tuple[tuple[int, ...], ...]:
    """Sums of the largest one, two, three entries per lane from each place on."""
    largest = [0] * largest_size
    sums = [[0] for _ in range(largest_size + 1)]
    for gain in reversed(most):
        for at, have in enumerate(largest):
            larger = lanewise_max(have, gain, signs)
            largest[at], gain = larger, have + gain - larger
        total = 0
        sums[0].append(0)
        for at, entry in enumerate(largest):
            total += entry
            sums[at + 1].append(total)
    return tuple(tuple(reversed(column)) for column in sums)
