"""What another rule set makes of the same answers, in sentences a reader can follow."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import Difference, Verdict
from advisor.saved.cause_words import clause_for
from advisor.verdicts.wording import counted, headline_for, joined

MOST_CAUSES = 3
# Verdicts that recommend nobody: calling them "weaker" would sound like one that does.
NO_VERDICT = ("none", "not_enough")


@dataclass(frozen=True)
class DifferenceWords:
    """`headline` is short, `sentence` says how and why, `left_out` names each answer
    that one of the rule sets does not have."""

    headline: str
    sentence: str
    left_out: tuple[str, ...]

    @property
    def whole(self) -> str:
        return " ".join((self.sentence, *self.left_out))


def words_for(
    difference: Difference, before: Catalogue, after: Catalogue
) -> DifferenceWords:
    """`before` and `after` are the rule sets that were compared, with their labels."""
    was = _label(difference.verdict_before, before)
    now = _label(difference.verdict_after, after)
    opening = _opening(difference, was, now)
    margin = _margin(difference, before, after)
    because = _because(difference, before, after, same=was == now)
    sentence = "; ".join(filter(None, (opening, margin)))
    return DifferenceWords(
        headline=_headline(difference, now),
        sentence=f"{sentence}{because}.",
        left_out=tuple(_left_out(difference, before, after)),
    )


def _label(verdict: Verdict, catalogue: Catalogue) -> str:
    shown: Mapping[str, Any] = {"verdict": asdict(verdict)}
    return headline_for(shown, catalogue)


def _headline(difference: Difference, now: str) -> str:
    if difference.outcome == "another" or _recommends_nobody_now(difference):
        return f"Would now be: {now}"
    return {
        "holds": f"Still holds: {now}",
        "stronger": f"Still holds, more clearly: {now}",
        "weaker": f"Weaker: {now}",
    }[difference.outcome]


def _opening(difference: Difference, was: str, now: str) -> str:
    if difference.outcome == "holds":
        return "The verdict holds" + ("" if was == now else f", as “{now}”")
    if difference.outcome == "another" or _recommends_nobody_now(difference):
        return f"The verdict would now be “{now}” instead of “{was}”"
    change = {"stronger": "clearer", "weaker": "weaker"}[difference.outcome]
    return f"The verdict is {change}: “{now}” instead of “{was}”"


def _recommends_nobody_now(difference: Difference) -> bool:
    kind = difference.verdict_after.kind
    return kind in NO_VERDICT and difference.verdict_before.kind != kind


def _margin(difference: Difference, before: Catalogue, after: Catalogue) -> str:
    was, now = difference.margin_before, difference.margin_after
    if was is None or now is None or difference.framework is None:
        return ""
    if now < 0:
        name = before.framework_name(difference.framework)
        rival = after.framework_name(difference.rival_after or "")
        return f"{name} was ahead by {was:,} and would now be {-now:,} behind {rival}"
    if was == now:
        return f"the margin is still {now:,}"
    return f"the margin {'rose' if now > was else 'fell'} from {was:,} to {now:,}"


def _because(
    difference: Difference, before: Catalogue, after: Catalogue, *, same: bool
) -> str:
    moving = [cause for cause in difference.causes if cause.effect]
    if not moving and same:
        return "" if difference.causes else ", because nothing that counts here changed"
    causes = moving or list(difference.causes)
    if not causes:
        return ""
    clauses = [clause_for(cause, before, after) for cause in causes[:MOST_CAUSES]]
    rest = len(causes) - len(clauses)
    more = f" (and {counted(rest, 'other change')})" if rest else ""
    return f", because {joined(clauses)}{more}"


def _left_out(difference: Difference, before: Catalogue, after: Catalogue) -> list[str]:
    sentences = []
    for answer in difference.dropped:
        known = before if answer.missing_from == "after" else after
        question = known.question_text(answer.question)
        option = known.option_label(answer.question, answer.option)
        which = "newer" if answer.missing_from == "after" else "older"
        sentences.append(
            f"The {which} rule set does not have your answer “{option}” to “{question}”"
            "; it counts as open there."
        )
    return sentences
