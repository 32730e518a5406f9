"""Which open questions can still change who leads, and which provably cannot."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

from advisor.engine.effects import OptionEffect, QuestionEffect, Rows, effects_of
from advisor.engine.rule_set import RuleSet
from advisor.engine.value import Standing, checked_answers, standing_after

# Margins further apart than this are not told one from another, only bounded.
_MAX_SPREAD = 1 << 16


@dataclass(frozen=True)
class Openness:
    """The open questions by what they can still do; ids in order.

    `alone`: some answer to it changes who leads, with the rest as it is. Exact.
    `with_others`: no answer alone does, but together with answers to other open
    questions its answer may make the difference. Exact with two frameworks (and
    margins no further apart than 65,536); with more it means "not excluded".
    `cannot`: however the other open questions are answered or left open, who leads
    is the same with any answer to it as without one. Never wrong.
    """

    alone: tuple[str, ...]
    with_others: tuple[str, ...]
    cannot: tuple[str, ...]

    @property
    def could(self) -> tuple[str, ...]:
        """All that can still change who leads, in the order of ids."""
        return tuple(sorted(self.alone + self.with_others))

    def as_dict(self) -> dict[str, list[str]]:
        """The three lists, as JSON."""
        return {reach: list(questions) for reach, questions in asdict(self).items()}


def openness(rule_set: RuleSet, answers: Mapping[str, str]) -> Openness:
    """Sort the open questions; all are in `cannot` exactly when it is settled.

    A change of who leads includes a tie that arises or breaks, and a leader ruled
    out. Raises AnswersError as `evaluate` does.
    """
    standing = standing_after(rule_set, checked_answers(rule_set, answers))
    questions = effects_of(rule_set).questions
    still_open = {q: questions[q] for q in questions if q not in answers}
    alone, with_others, cannot = [], [], []
    for question in still_open:
        view = _View(standing, still_open, question)
        if view.changes_alone:
            alone.append(question)
        elif view.may_matter:
            with_others.append(question)
        else:
            cannot.append(question)
    return Openness(tuple(alone), tuple(with_others), tuple(cannot))


@dataclass(frozen=True)
class _View:
    """One open question against all completions of the others."""

    standing: Standing
    still_open: Mapping[str, QuestionEffect]
    question: str

    @cached_property
    def options(self) -> tuple[OptionEffect, ...]:
        return tuple(self.still_open[self.question].options.values())

    @cached_property
    def others(self) -> tuple[QuestionEffect, ...]:
        return tuple(e for q, e in self.still_open.items() if q != self.question)

    @cached_property
    def gains(self) -> Rows:
        """The most that the other open questions can add to each margin."""
        gains = [[0] * len(row) for row in self.standing.rows]
        for effect in self.others:
            for have, row in zip(gains, effect.most, strict=True):
                have[:] = [h + max(0, add) for h, add in zip(have, row, strict=True)]
        return tuple(map(tuple, gains))

    @property
    def changes_alone(self) -> bool:
        """Whether one answer, and nothing else, changes who leads."""
        now = frozenset(self.standing.leaders)
        nothing = tuple((0,) * len(row) for row in self.standing.rows)
        return any(
            _possible_leaders(_sum(self.standing.rows, option.rows), nothing) != now
            for option in self.options
        )

    @property
    def may_matter(self) -> bool:
        """False only if no answer ever makes a difference to who leads.

        An answer makes none if it rules out nobody who could lead without it, and
        reverses (or makes, or breaks) no tie or order of two who could lead, with
        it or without: then the best of those who could lead are the same.
        """
        without = _possible_leaders(self.standing.rows, self.gains)
        for option in self.options:
            if any(_rules_out(option, f) for f in without):
                return True
            rows = _sum(self.standing.rows, option.rows)
            able = sorted(without | _possible_leaders(rows, self.gains))
            for at, f in enumerate(able):
                for g in able[:at]:
                    if self._may_reverse(option, f, g, exact=len(able) == 2):
                        return True
        return False

    def _may_reverse(self, option: OptionEffect, f: int, g: int, exact: bool) -> bool:
        """Whether `option` can change who of two viable frameworks is ahead."""
        add = option.totals[f] - option.totals[g]
        if not add:
            return False
        moves = [_moves(effect, f, g) for effect in self.others]
        margin = self.standing.totals[f] - self.standing.totals[g]
        low = margin + sum(map(min, moves))
        high = margin + sum(map(max, moves))
        # Margins from which `add` leads to, past or away from a tie.
        first, last = max(low, min(0, -add)), min(high, max(0, -add))
        if first > last or not exact or high - low > _MAX_SPREAD:
            return first <= last
        wanted = (1 << (last - first + 1)) - 1
        return bool(_reachable(moves) >> (first - low) & wanted)


def _moves(effect: QuestionEffect, f: int, g: int) -> frozenset[int]:
    """What a question, left open too, adds to a margin, keeping both viable."""
    return frozenset((0,)) | {
        option.totals[f] - option.totals[g]
        for option in effect.options.values()
        if not (_rules_out(option, f) or _rules_out(option, g))
    }


def _reachable(moves: list[frozenset[int]]) -> int:
    """All sums of one move each: bit n stands for the smallest sum and n."""
    sums = 1
    for choices in moves:
        least = min(choices)
        before, sums = sums, 0
        for move in choices:
            sums |= before << (move - least)
    return sums


def _rules_out(option: OptionEffect, framework: int) -> bool:
    return option.rows[framework][framework] < 0


def _possible_leaders(rows: Rows, gains: Rows) -> frozenset[int]:
    """Who is viable and not behind anybody if every margin gains the most it can."""
    return frozenset(
        t
        for t, (row, gain) in enumerate(zip(rows, gains, strict=True))
        if row[t] > 0
        and all(have + add >= 0 for have, add in zip(row, gain, strict=True))
    )


def _sum(left: Rows, right: Rows) -> Rows:
    return tuple(
        tuple(a + b for a, b in zip(ours, theirs, strict=True))
        for ours, theirs in zip(left, right, strict=True)
    )
