"""One evaluation: everything that follows from a rule set and some answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.engine.effects import Effects, effects_of
from advisor.engine.flips import Flip, smallest_flips
from advisor.engine.rule_set import FactValue, RuleSet
from advisor.engine.settled import next_question, settled
from advisor.engine.value import (
    Answers,
    Standing,
    checked_answers,
    margin_by_answer,
    margin_by_criterion,
    relaxations,
    standing_after,
)
from advisor.engine.verdict import Verdict, judge
from advisor.engine.worlds import WorldCounts, compare_worlds

ENGINE_VERSION = 1


@dataclass(frozen=True)
class Exclusion:
    """A framework ruled out, and the fact and the answer that did it."""

    framework: str
    fact: str
    needs: FactValue
    has: FactValue
    question: str
    option: str


@dataclass(frozen=True)
class Evaluation:
    """All results, integers only; dictionaries are in the order of ids.

    `totals` and `fit` (in 1/10,000 of the largest possible total) cover all
    frameworks; `ranking`, `wins` and `ranks` (in worlds of 1,000) only the viable
    ones. `margin` and what adds up to it compare the first two of `ranking` and
    are None and empty when there are not two. `flips_complete` is false when a rule
    set made the search for flips too long to finish. `relaxations` is filled when
    none is viable: by framework, the fewest answers to take back for it to return.
    """

    answers: dict[str, str]
    open_questions: tuple[str, ...]
    verdict: Verdict
    points: dict[str, int]
    totals: dict[str, int]
    fit: dict[str, int]
    ranking: tuple[str, ...]
    margin: int | None
    ruled_out: tuple[Exclusion, ...]
    margin_by_criterion: dict[str, int]
    margin_by_answer: dict[str, int]
    wins: dict[str, dict[str, int]]
    ranks: dict[str, tuple[int, ...]]
    settled: bool
    next_question: str | None
    flips: tuple[Flip, ...]
    flips_complete: bool
    relaxations: dict[str, tuple[str, ...]]

    def as_dict(self) -> dict[str, object]:
        """The evaluation as JSON, without `ruleset` and the verdict's sentence."""
        return {
            "engine_version": ENGINE_VERSION,
            "answers": dict(self.answers),
            "open_questions": list(self.open_questions),
            "verdict": {**vars(self.verdict), "between": list(self.verdict.between)},
            "points": dict(self.points),
            "total_points": sum(self.points.values()),
            "totals": dict(self.totals),
            "fit": {name: share / 10_000 for name, share in self.fit.items()},
            "ranking": list(self.ranking),
            "margin": self.margin,
            "ruled_out": [dict(vars(entry)) for entry in self.ruled_out],
            "margin_by_criterion": dict(self.margin_by_criterion),
            "margin_by_answer": dict(self.margin_by_answer),
            "wins": {name: dict(row) for name, row in self.wins.items()},
            "ranks": {name: list(row) for name, row in self.ranks.items()},
            "settled": self.settled,
            "next_question": self.next_question,
            "flips": [{"to": f.to, "changes": dict(f.changes)} for f in self.flips],
            "flips_complete": self.flips_complete,
            "relaxations": {name: list(qs) for name, qs in self.relaxations.items()},
        }


def evaluate(rule_set: RuleSet, answers: Mapping[str, str]) -> Evaluation:
    """Evaluate answers, option ids by question id; what is left out is open.

    The same rule set and answers give the same result for ever. Raises
    AnswersError naming each unknown question or option.
    """
    chosen = checked_answers(rule_set, answers)
    standing = standing_after(rule_set, chosen)
    return _assembled(rule_set, chosen, standing, compare_worlds(rule_set, standing))


def _assembled(
    rule_set: RuleSet, answers: Answers, standing: Standing, worlds: WorldCounts
) -> Evaluation:
    effects = effects_of(rule_set)
    open_questions = _open_questions(effects, answers)
    margins = _Margins.of(rule_set, answers, standing)
    flips = smallest_flips(rule_set, answers, standing)
    return Evaluation(
        answers=dict(answers),
        open_questions=open_questions,
        verdict=judge(rule_set, standing, worlds, bool(answers)),
        points=_by_criterion(rule_set, standing),
        totals=dict(zip(effects.framework_ids, standing.totals, strict=True)),
        fit=_fit(rule_set, standing),
        ranking=tuple(effects.framework_ids[f] for f in standing.ranking),
        margin=margins.margin,
        ruled_out=_exclusions(effects, standing),
        margin_by_criterion=margins.by_criterion,
        margin_by_answer=margins.by_answer,
        wins=_wins(effects, standing, worlds),
        ranks=_ranks(effects, standing, worlds),
        settled=settled(effects, standing, open_questions),
        next_question=next_question(effects, standing, open_questions),
        flips=flips.found,
        flips_complete=flips.complete,
        relaxations=relaxations(rule_set, standing),
    )


def verdict_for(rule_set: RuleSet, answers: Mapping[str, str]) -> Verdict:
    """The verdict alone, which is cheaper. Raises as `evaluate` does."""
    chosen = checked_answers(rule_set, answers)
    standing = standing_after(rule_set, chosen)
    worlds = compare_worlds(rule_set, standing)
    return judge(rule_set, standing, worlds, bool(chosen))


def _open_questions(effects: Effects, answers: Answers) -> tuple[str, ...]:
    answered = dict(answers)
    return tuple(name for name in effects.questions if name not in answered)


@dataclass(frozen=True)
class _Margins:
    """The margin of the first over the second, and what it is made of."""

    margin: int | None
    by_criterion: dict[str, int]
    by_answer: dict[str, int]

    @classmethod
    def of(cls, rule_set: RuleSet, answers: Answers, standing: Standing) -> "_Margins":
        if len(standing.ranking) < 2:
            return cls(None, {}, {})
        first, second = standing.ranking[:2]
        return cls(
            standing.totals[first] - standing.totals[second],
            margin_by_criterion(rule_set, standing.points, first, second),
            margin_by_answer(effects_of(rule_set), answers, first, second),
        )


def _by_criterion(rule_set: RuleSet, standing: Standing) -> dict[str, int]:
    return {
        criterion.id: number
        for criterion, number in zip(rule_set.criteria, standing.points, strict=True)
    }


def _fit(rule_set: RuleSet, standing: Standing) -> dict[str, int]:
    """Shares of the largest possible total in 1/10,000, halves rounded up."""
    largest = rule_set.scale_max * sum(standing.points)
    return {
        framework.id: (20_000 * total + largest) // (2 * largest) if largest else 0
        for framework, total in zip(rule_set.frameworks, standing.totals, strict=True)
    }


def _exclusions(effects: Effects, standing: Standing) -> tuple[Exclusion, ...]:
    return tuple(
        Exclusion(
            framework=effects.framework_ids[entry.failure.framework],
            fact=entry.failure.fact,
            needs=entry.failure.needs,
            has=entry.failure.has,
            question=entry.question,
            option=entry.option,
        )
        for entry in standing.ruled_out
    )


def _wins(
    effects: Effects, standing: Standing, worlds: WorldCounts
) -> dict[str, dict[str, int]]:
    viable = [effects.framework_ids[f] for f in sorted(standing.ranking)]
    return {
        name: {
            rival: count
            for rival, count in zip(viable, row, strict=True)
            if rival != name
        }
        for name, row in zip(viable, worlds.wins, strict=True)
    }


def _ranks(
    effects: Effects, standing: Standing, worlds: WorldCounts
) -> dict[str, tuple[int, ...]]:
    viable = [effects.framework_ids[f] for f in sorted(standing.ranking)]
    return dict(zip(viable, worlds.ranks, strict=True))
