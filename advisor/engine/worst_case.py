"""How bad the open questions can still be for whoever is ahead."""

from collections.abc import Mapping

from advisor.engine.effects import effects_of
from advisor.engine.rule_set import RuleSet
from advisor.engine.value import checked_answers, standing_after


def worst_margin(rule_set: RuleSet, answers: Mapping[str, str]) -> int | None:
    """The least by which any completion can leave the leader ahead of a viable rival.

    Of the first leader by id when several are level. Negative where a completion
    can overtake it or rule it out; None without two viable frameworks. Exact, as
    margins add up per question. Raises AnswersError as `evaluate` does.
    """
    chosen = checked_answers(rule_set, answers)
    standing = standing_after(rule_set, chosen)
    if len(standing.ranking) < 2:
        return None
    leader, *rivals = standing.ranking
    worst = list(standing.rows[leader])
    for name, effect in effects_of(rule_set).questions.items():
        if name not in answers:
            least = effect.least[leader]
            worst = [have + min(0, add) for have, add in zip(worst, least, strict=True)]
    return min(worst[rival] for rival in rivals)
