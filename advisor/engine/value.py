"""Points, totals, hard requirements and contributions: the exact arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.engine.effects import Effects, Failure, Rows, effects_of, viable_rows
from advisor.engine.limits import MAX_ID_LENGTH
from advisor.engine.problems import AnswersError, Problem, shown
from advisor.engine.rule_set import RuleSet

Answers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RuledOut:
    """A requirement that one framework fails, and the answer that made it."""

    failure: Failure
    question: str
    option: str


@dataclass(frozen=True)
class Standing:
    """Where the frameworks stand after some answers.

    `points` follow the criteria, `totals` and `rows` (see `effects`) the
    frameworks. `ranking` holds indices of viable frameworks, most points first,
    equal points in the order of ids.
    """

    points: tuple[int, ...]
    totals: tuple[int, ...]
    rows: Rows
    ranking: tuple[int, ...]
    ruled_out: tuple[RuledOut, ...]

    @cached_property
    def leaders(self) -> tuple[int, ...]:
        """The viable frameworks with the most points: several only in a tie."""
        return tuple(
            f for f in self.ranking if self.totals[f] == self.totals[self.ranking[0]]
        )

    @property
    def leader(self) -> int | None:
        """The one that is strictly first, if any."""
        return self.leaders[0] if len(self.leaders) == 1 else None


def checked_answers(rule_set: RuleSet, answers: Mapping[str, str]) -> Answers:
    """The answers in the order of question ids.

    Raises AnswersError naming every question or option the rule set lacks.
    """
    if not isinstance(answers, Mapping):
        raise AnswersError(
            [Problem("answers", f"must be an object, not {shown(answers)}")]
        )
    questions = effects_of(rule_set).questions
    problems = []
    for question, option in answers.items():
        if not isinstance(question, str) or question not in questions:
            problems.append(
                Problem(_place_of(question), f"no question {shown(question)}")
            )
        elif not isinstance(option, str) or option not in questions[question].options:
            options = ", ".join(questions[question].options)
            problems.append(
                Problem(
                    f"answers.{question}",
                    f"no option {shown(option)}; there are {options}",
                )
            )
    if problems:
        raise AnswersError(sorted(problems))
    return tuple(sorted(answers.items()))


def _place_of(question: object) -> str:
    """Of an unknown question; of one that is no sane id only where it stood."""
    if not isinstance(question, str) or not question.isascii():
        return "answers"
    sane = 0 < len(question) <= MAX_ID_LENGTH and question.isprintable()
    return f"answers.{question}" if sane else "answers"


def standing_after(rule_set: RuleSet, answers: Answers) -> Standing:
    """Points, totals and ranking after checked answers."""
    effects = effects_of(rule_set)
    points = list(effects.base_points)
    totals = list(effects.base_totals)
    ruled_out = []
    knocks = [0] * len(totals)
    for question, option in answers:
        effect = effects.questions[question].options[option]
        for c, number in effect.points:
            points[c] += number
        totals = [have + add for have, add in zip(totals, effect.totals, strict=True)]
        for failure in effect.failures:
            ruled_out.append(RuledOut(failure, question, option))
        for f in {failure.framework for failure in effect.failures}:
            knocks[f] += 1
    viable = (f for f, count in enumerate(knocks) if not count)
    return Standing(
        points=tuple(points),
        totals=tuple(totals),
        rows=viable_rows(totals, knocks),
        ranking=tuple(sorted(viable, key=lambda f: -totals[f])),
        ruled_out=tuple(sorted(ruled_out, key=lambda r: r.failure.framework)),
    )


def margin_by_criterion(
    rule_set: RuleSet, points: tuple[int, ...], first: int, second: int
) -> dict[str, int]:
    """How much of the margin of `first` over `second` each criterion makes."""
    ours = rule_set.frameworks[first].scores
    theirs = rule_set.frameworks[second].scores
    return {
        criterion.id: number * (our.best - their.best)
        for criterion, number, our, their in zip(
            rule_set.criteria, points, ours, theirs, strict=True
        )
    }


def margin_by_answer(
    effects: Effects, answers: Answers, first: int, second: int
) -> dict[str, int]:
    """How much of the margin each answer makes, and the start before any."""
    start = effects.base_totals
    shares = {"(start)": start[first] - start[second]}
    for question, option in answers:
        totals = effects.questions[question].options[option].totals
        shares[question] = totals[first] - totals[second]
    return shares


def relaxations(rule_set: RuleSet, standing: Standing) -> dict[str, tuple[str, ...]]:
    """When none is viable: the fewest answers to take back, by who returns then."""
    if standing.ranking:
        return {}
    blocking: dict[str, set[str]] = {}
    for entry in standing.ruled_out:
        framework = rule_set.frameworks[entry.failure.framework].id
        blocking.setdefault(framework, set()).add(entry.question)
    fewest = min(len(questions) for questions in blocking.values())
    return {
        framework: tuple(sorted(questions))
        for framework, questions in blocking.items()
        if len(questions) == fewest
    }
