"""Asking one question at a time, and no more than it takes to settle who leads."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from advisor.engine.asking import asking_order
from advisor.engine.effects import effects_of
from advisor.engine.rule_set import RuleSet
from advisor.engine.settled import settled
from advisor.engine.value import Answers, Standing, checked_answers, standing_after


@dataclass(frozen=True)
class AdaptivePath:
    """The questions asked, in order, and whether their answers settled who leads.

    When settled, no answer to the questions not asked, nor to those left open on
    the way, can change it.
    """

    asked: tuple[str, ...]
    settled: bool


def ask_next(
    rule_set: RuleSet, answers: Mapping[str, str], skipped: Collection[str] = ()
) -> str | None:
    """The question to ask after some answers; None when settled or all were asked.

    With nothing skipped it is `Evaluation.next_question`, at a fraction of the cost.
    Raises AnswersError as `evaluate` does; unknown ids in `skipped` are ignored.
    """
    standing, still_open = _position(rule_set, checked_answers(rule_set, answers))
    left = [name for name in still_open if name not in skipped]
    if not left or settled(effects_of(rule_set), standing, still_open):
        return None
    return asking_order(rule_set, answers, left)[0]


def adaptive_path(rule_set: RuleSet, answers: Mapping[str, str]) -> AdaptivePath:
    """The way of somebody who would give these answers and leave the rest open.

    Raises AnswersError as `evaluate` does.
    """
    known = dict(checked_answers(rule_set, answers))
    asked: list[str] = []
    while (question := _next_on(rule_set, known, asked)) is not None:
        asked.append(question)
    given = _given(known, asked)
    return AdaptivePath(
        tuple(asked), settled(effects_of(rule_set), *_position(rule_set, given))
    )


def _next_on(
    rule_set: RuleSet, known: Mapping[str, str], asked: Collection[str]
) -> str | None:
    return ask_next(rule_set, dict(_given(known, asked)), asked)


def _given(known: Mapping[str, str], asked: Collection[str]) -> Answers:
    return tuple(sorted((name, known[name]) for name in asked if name in known))


def _position(rule_set: RuleSet, answers: Answers) -> tuple[Standing, tuple[str, ...]]:
    """Where the frameworks stand, and the questions still open."""
    answered = dict(answers)
    questions = effects_of(rule_set).questions
    still_open = tuple(name for name in questions if name not in answered)
    return standing_after(rule_set, answers), still_open
