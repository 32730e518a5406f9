"""The checks P1 to P9 that a rule set must pass before it can be published."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from advisor.engine.bounds import reach_of
from advisor.engine.effects import effects_of
from advisor.engine.evaluation import verdict_for
from advisor.engine.evidence import evidence_gaps, identical_columns, scenarios_of
from advisor.engine.outcomes import SAMPLES, outcome_of
from advisor.engine.problems import AnswersError
from advisor.engine.reachable import can_lead
from advisor.engine.rule_set import Question, RuleSet
from advisor.engine.value import standing_after
from advisor.engine.verdict import judge
from advisor.engine.worlds import compare_worlds


@dataclass(frozen=True)
class Check:
    """One check; `findings` name every row that fails it, and are empty if none."""

    id: str
    passed: bool
    findings: tuple[str, ...]


def publication_checks(
    rule_set: RuleSet,
    document: Mapping[str, object],
    acknowledged: Collection[str] = (),
) -> tuple[Check, ...]:
    """P1 to P9 on a rule set and the document it was parsed from.

    `acknowledged` holds ids of reference scenarios whose changed verdict an editor
    accepts; P8 passes over them.
    """
    found = {
        "P1": _negative_criteria(rule_set),
        "P2": _never_first(rule_set),
        "P3": _start_favours(rule_set),
        "P4": _idle_questions(rule_set),
        "P5": _answers_ruling_out_all(rule_set),
        "P6": evidence_gaps(document),
        "P7": _one_outcome(rule_set),
        "P8": _changed_scenarios(rule_set, document, acknowledged),
        "P9": identical_columns(rule_set, document),
    }
    checks = ((name, tuple(findings)) for name, findings in found.items())
    return tuple(Check(name, not findings, findings) for name, findings in checks)


def _negative_criteria(rule_set: RuleSet) -> Iterator[str]:
    for name, (low, _) in reach_of(rule_set).items():
        if low < 0:
            yield f"Criterion {name} can go down to {low} points."


def _never_first(rule_set: RuleSet) -> Iterator[str]:
    effects = effects_of(rule_set)
    for index, name in enumerate(effects.framework_ids):
        possible = can_lead(effects, index)
        if possible is None:
            yield f"It could not be shown that {name} can come first."
        elif not possible:
            yield f"No answers put {name} first."


def _start_favours(rule_set: RuleSet) -> Iterator[str]:
    standing = standing_after(rule_set, ())
    worlds = compare_worlds(rule_set, standing)
    kind = judge(rule_set, standing, worlds, answered=False).kind
    if kind != "not_enough":
        yield f"With nothing answered the verdict is {kind}, not not_enough."
        return
    base = judge(rule_set, standing, worlds, answered=True)
    if base.kind not in ("too_close", "tie"):
        yield (
            f"Before any answer {base.framework} is ahead in {base.confidence} "
            "of 1000 worlds; that must be too close to call."
        )


def _idle_questions(rule_set: RuleSet) -> Iterator[str]:
    effects = effects_of(rule_set)
    for question in rule_set.questions:
        effect = effects.questions[question.id]
        if not any(
            entry
            for option in effect.options.values()
            for row in option.rows
            for entry in row
        ):
            yield f"Question {question.id} can't move any margin."
        yield from _equal_options(question)


def _equal_options(question: Question) -> Iterator[str]:
    seen: dict[object, str] = {}
    for option in question.options:
        points = tuple(pair for pair in option.points if pair[1])
        # True and 1 are different values of a fact.
        key = points, tuple((f, type(v), v) for f, v in option.requires)
        if key in seen:
            yield (
                f"Question {question.id}: options {seen[key]} and {option.id} "
                "do the same."
            )
        seen.setdefault(key, option.id)


def _answers_ruling_out_all(rule_set: RuleSet) -> Iterator[str]:
    for question, effect in effects_of(rule_set).questions.items():
        for name, option in effect.options.items():
            failed = {failure.framework for failure in option.failures}
            if len(failed) == len(rule_set.frameworks):
                yield f"Question {question}: option {name} rules out every framework."


def _one_outcome(rule_set: RuleSet) -> Iterator[str]:
    if not rule_set.questions:
        yield "There are no questions, so there is no outcome distribution."
        return
    first = outcome_of(rule_set, 0)
    if all(outcome_of(rule_set, sample) == first for sample in range(1, SAMPLES)):
        yield f"All {SAMPLES} random answer sets give {first.kind}."


def _changed_scenarios(
    rule_set: RuleSet, document: Mapping[str, object], acknowledged: Collection[str]
) -> Iterator[str]:
    for scenario in scenarios_of(document):
        if scenario.id in acknowledged:
            continue
        try:
            verdict = verdict_for(rule_set, scenario.answers)
        except AnswersError as error:
            yield f"Scenario {scenario.id}: {error}."
            continue
        now = f"{verdict.kind} {verdict.framework or ''}".strip()
        expected = f"{scenario.kind} {scenario.framework}".strip()
        if now != expected:
            yield f"Scenario {scenario.id}: expected {expected}, is {now}."
