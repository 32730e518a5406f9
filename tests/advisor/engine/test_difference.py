"""What became of a verdict under another rule set, and why."""

from copy import deepcopy
from typing import Any

from hypothesis import given, settings

from advisor.engine import compare_evaluations, evaluate, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, documents, duel, question

ASKED = [question("q", yes={"a": 4}, no={"b": 4})]
BASE = duel({"a": 9, "b": 2}, {"a": 3, "b": 8}, {"a": 9, "b": 3}, ASKED)


def compared(before, after, answers):
    return compare_evaluations(parse_rule_set(before), parse_rule_set(after), answers)


def changed(**parts: Any) -> dict[str, Any]:
    return deepcopy(BASE) | parts


def kept(document, answers):
    options = specification.options_of(document)
    return {q: a for q, a in answers.items() if a in options.get(q, ())}


def lead_of(document, answers, framework):
    """Margin over the strongest viable rival, if there are both."""
    able = specification.viable(document, answers)
    rivals = [name for name in able if name != framework]
    if framework not in able or not rivals:
        return None
    sums = specification.totals(document, answers)
    return sums[framework] - max(sums[name] for name in rivals)


@settings(max_examples=300)
@given(case=answered(), after=documents())
def test_the_effects_add_up_to_the_change_of_the_margin(case, after):
    before, answers = case

    found = compared(before, after, answers)

    leads = [
        lead_of(document, kept(document, answers), found.framework)
        for document in (before, after)
    ]
    if None in leads:
        assert (found.margin_before, found.margin_after) == (None, None)
        assert not any(cause.effect for cause in found.causes)
    else:
        assert [found.margin_before, found.margin_after] == leads
        effects = [cause.effect for cause in found.causes]
        assert sum(effects) == found.margin_after - found.margin_before


@settings(max_examples=100)
@given(case=answered(), after=documents())
def test_the_verdicts_are_those_of_each_rule_set(case, after):
    before, answers = case

    found = compared(before, after, answers)

    for document, verdict in (
        (before, found.verdict_before),
        (after, found.verdict_after),
    ):
        rule_set = parse_rule_set(document)
        assert evaluate(rule_set, kept(document, answers)).verdict == verdict


@settings(max_examples=60)
@given(case=answered())
def test_the_same_rule_set_makes_no_difference(case):
    document, answers = case

    found = compared(document, document, answers)

    assert found.outcome == "holds"
    assert found.causes == found.dropped == ()
    assert found.margin_before == found.margin_after
