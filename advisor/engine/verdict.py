"""Which kind of verdict the numbers support."""

from dataclasses import dataclass

from advisor.engine.rule_set import RuleSet
from advisor.engine.value import Standing
from advisor.engine.worlds import WorldCounts

KINDS = ("clear", "leans", "too_close", "tie", "only_one", "none", "not_enough")


@dataclass(frozen=True)
class Verdict:
    """The verdict without words.

    `kind` is one of KINDS.
    `framework` is set for clear, leans and only_one. `between` lists, most points
    first, who can't be told apart in a tie or when too close; else it is empty.
    `confidence` is worlds of 1,000, None for only_one, none and not_enough.
    """

    kind: str
    framework: str | None = None
    between: tuple[str, ...] = ()
    confidence: int | None = None


def judge(
    rule_set: RuleSet, standing: Standing, worlds: WorldCounts, answered: bool
) -> Verdict:
    """The verdict; `worlds` compares the viable frameworks in id order."""
    ids = [framework.id for framework in rule_set.frameworks]
    ranking = standing.ranking
    if not ranking:
        return Verdict("none")
    if len(ranking) == 1:
        return Verdict("only_one", ids[ranking[0]])
    if not answered:
        return Verdict("not_enough")
    place = {f: at for at, f in enumerate(sorted(ranking))}
    leads = {g: worlds.wins[place[ranking[0]]][place[g]] for g in ranking[1:]}
    confidence = min(leads.values())
    if len(standing.leaders) > 1:
        tied = tuple(ids[f] for f in standing.leaders)
        return Verdict("tie", None, tied, confidence)
    close = [g for g in leads if _too_close(rule_set, standing, g, leads[g])]
    if close:
        between = tuple(ids[f] for f in (ranking[0], *close))
        return Verdict("too_close", None, between, confidence)
    kind = "clear" if confidence >= rule_set.constants.clear else "leans"
    return Verdict(kind, ids[ranking[0]], (), confidence)


def _too_close(rule_set: RuleSet, standing: Standing, rival: int, leads: int) -> bool:
    margin = standing.totals[standing.ranking[0]] - standing.totals[rival]
    largest_total = rule_set.scale_max * sum(standing.points)
    constants = rule_set.constants
    return (
        leads < constants.too_close
        or margin * 1000 < constants.min_margin * largest_total
    )
