from hypothesis import given, settings

from advisor.engine import evaluate, parse_rule_set
from advisor.engine.worst_case import worst_margin
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered


@settings(max_examples=100)
@given(case=answered(frameworks=(2, 4), questions=(0, 4)))
def test_where_it_is_settled_some_completion_leaves_exactly_this_margin(case):
    document, answers = case
    rule_set = parse_rule_set(document)
    now = evaluate(rule_set, answers)
    worst = worst_margin(rule_set, answers)
    if not now.settled or worst is None:
        return

    leader = now.ranking[0]
    margins = [
        after.totals[leader] - after.totals[rival]
        for completion in specification.completions(document, answers)
        for after in [evaluate(rule_set, completion)]
        for rival in after.ranking
        if rival != leader
    ]

    assert worst == min(margins)


@settings(max_examples=100)
@given(case=answered(frameworks=(2, 2), questions=(0, 4)))
def test_between_two_it_is_settled_exactly_while_the_worst_keeps_the_order(case):
    document, answers = case
    rule_set = parse_rule_set(document)
    now = evaluate(rule_set, answers)
    worst = worst_margin(rule_set, answers)
    if now.margin and worst is not None:
        assert now.settled is (worst > 0)
