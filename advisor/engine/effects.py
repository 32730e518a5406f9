"""What each option does, computed once per rule set.

A margin row of framework t has one entry per framework g: by how much t is ahead
of g. Each answer that rules g out adds KNOCK_OUT there, and each that rules t out
takes OUT from the whole row. The entry of t itself is KNOCK_OUT while t is viable.
So ruling out adds up over questions just as points do, and "t is viable and
strictly first" is "every entry of the row of t is positive".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.engine.lanes import pack
from advisor.engine.memory import once_per_rule_set
from advisor.engine.rule_set import FactValue, Option, Question, RuleSet

# Beyond every difference of totals: 60 criteria, 10,000 points, scale 100.
KNOCK_OUT = 1 << 27
# Beyond all of that and a KNOCK_OUT from each of 60 questions; 60 OUT fit a lane.
OUT = 1 << 33

Rows = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Failure:
    """A fact a framework has and an option needs otherwise."""

    framework: int
    fact: str
    needs: FactValue
    has: FactValue


@dataclass(frozen=True)
class OptionEffect:
    """What choosing one option adds; indices follow the rule set's order.

    `row_lanes` packs `rows`. `strength_lanes` packs the totals, less KNOCK_OUT for
    those that the option rules out.
    """

    points: tuple[tuple[int, int], ...]
    totals: tuple[int, ...]
    failures: tuple[Failure, ...]
    rows: Rows
    row_lanes: int
    strength_lanes: int


@dataclass(frozen=True)
class Changes:
    """Every other option with what it adds to all margins, and the most any adds."""

    gains: tuple[tuple[str, int], ...]
    most: int


@dataclass(frozen=True)
class QuestionEffect:
    """The options of a question, and the least and most any of them adds.

    `changes` are those from each option chosen, and from None: the question open.
    """

    options: Mapping[str, OptionEffect]
    least: Rows
    most: Rows
    changes: Mapping[str | None, Changes]


@dataclass(frozen=True)
class Effects:
    """Everything that does not depend on answers, except the worlds."""

    base_points: tuple[int, ...]
    base_totals: tuple[int, ...]
    base_strength: int
    framework_ids: tuple[str, ...]
    questions: Mapping[str, QuestionEffect]


@once_per_rule_set
def effects_of(rule_set: RuleSet) -> Effects:
    """The effects of all options of a rule set."""
    base = tuple(criterion.base_points for criterion in rule_set.criteria)
    totals = _totals(rule_set, enumerate(base))
    return Effects(
        base_points=base,
        base_totals=totals,
        base_strength=pack(totals),
        framework_ids=tuple(framework.id for framework in rule_set.frameworks),
        questions={
            question.id: _question_effect(rule_set, question)
            for question in rule_set.questions
        },
    )


def margin_rows(totals: Sequence[int], knocks: Sequence[int]) -> Rows:
    """What totals, and being ruled out `knocks` times, add to every margin row."""
    return tuple(
        tuple(
            ours - theirs + KNOCK_OUT * knocks[g] * (t != g) - OUT * knocks[t]
            for g, theirs in enumerate(totals)
        )
        for t, ours in enumerate(totals)
    )


def viable_rows(totals: Sequence[int], knocks: Sequence[int]) -> Rows:
    """The margin rows of a whole standing."""
    return tuple(
        tuple(entry + KNOCK_OUT * (t == g) for g, entry in enumerate(row))
        for t, row in enumerate(margin_rows(totals, knocks))
    )


def _totals(rule_set: RuleSet, points: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    pairs = tuple(points)
    return tuple(
        sum(number * framework.scores[c].best for c, number in pairs)
        for framework in rule_set.frameworks
    )


def _question_effect(rule_set: RuleSet, question: Question) -> QuestionEffect:
    options = {o.id: _option_effect(rule_set, o) for o in question.options}
    rows = [option.rows for option in options.values()]
    most = _entrywise(max, rows)
    return QuestionEffect(
        options=options,
        least=_entrywise(min, rows),
        most=most,
        changes=dict(_changes(options, most)),
    )


def _changes(
    options: Mapping[str, OptionEffect], most: Rows
) -> Iterable[tuple[str | None, Changes]]:
    adds = [(name, option.row_lanes) for name, option in options.items()]
    entries = [entry for row in most for entry in row]
    # One that may also stay open adds nothing at worst.
    yield None, Changes(tuple(adds), pack(max(0, entry) for entry in entries))
    for chosen, present in adds:
        gains = tuple((name, add - present) for name, add in adds if name != chosen)
        yield chosen, Changes(gains, pack(entries) - present)


def _entrywise(choose: Callable[[Iterable[int]], int], rows: Sequence[Rows]) -> Rows:
    return tuple(
        tuple(choose(entries) for entries in zip(*same, strict=True))
        for same in zip(*rows, strict=True)
    )


def _option_effect(rule_set: RuleSet, option: Option) -> OptionEffect:
    index = {criterion.id: c for c, criterion in enumerate(rule_set.criteria)}
    points = tuple((index[name], number) for name, number in option.points)
    totals = _totals(rule_set, points)
    failures = tuple(_failures(rule_set, option))
    failed = {failure.framework for failure in failures}
    knocks = [int(f in failed) for f in range(len(totals))]
    rows = margin_rows(totals, knocks)
    return OptionEffect(
        points=points,
        totals=totals,
        failures=failures,
        rows=rows,
        row_lanes=pack(entry for row in rows for entry in row),
        strength_lanes=pack(
            total - KNOCK_OUT * out for total, out in zip(totals, knocks, strict=True)
        ),
    )


def _failures(rule_set: RuleSet, option: Option) -> Iterable[Failure]:
    for index, framework in enumerate(rule_set.frameworks):
        facts = dict(framework.facts)
        for fact, needs in option.requires:
            # True == 1 in Python, but not in a rule set.
            if (type(facts[fact]), facts[fact]) != (type(needs), needs):
                yield Failure(index, fact, needs, facts[fact])
