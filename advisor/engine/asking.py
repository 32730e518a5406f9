"""Which of some open questions to ask first, where not all of them are asked."""

from collections.abc import Iterable, Mapping

from advisor.engine.effects import effects_of
from advisor.engine.rule_set import RuleSet
from advisor.engine.settled import pull
from advisor.engine.value import checked_answers, standing_after


def asking_order(
    rule_set: RuleSet, answers: Mapping[str, str], questions: Iterable[str]
) -> tuple[str, ...]:
    """`questions`, those first that can push a leader's margin lowest.

    The first of all open questions is the evaluation's `next_question` while it is
    not settled. Raises AnswersError as `evaluate` does.
    """
    effects = effects_of(rule_set)
    standing = standing_after(rule_set, checked_answers(rule_set, answers))
    if not standing.leaders:
        return tuple(sorted(questions))
    return tuple(
        sorted(questions, key=lambda name: (pull(effects, standing, name), name))
    )
