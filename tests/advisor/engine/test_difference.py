"""What became of a verdict under another rule set, and why."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings

from advisor.engine import (
    canonical_json,
    compare_evaluations,
    parse_rule_set,
    verdict_for,
)
from advisor.engine.difference import outcome_of
from advisor.engine.verdict import Verdict
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


@settings(max_examples=100)
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


@settings(max_examples=15)
@given(case=answered(), after=documents())
def test_the_verdicts_are_those_of_each_rule_set(case, after):
    before, answers = case

    found = compared(before, after, answers)

    for document, verdict in (
        (before, found.verdict_before),
        (after, found.verdict_after),
    ):
        rule_set = parse_rule_set(document)
        assert verdict_for(rule_set, kept(document, answers)) == verdict


@settings(max_examples=30)
@given(case=answered())
def test_the_same_rule_set_makes_no_difference(case):
    document, answers = case

    found = compared(document, document, answers)

    assert found.outcome == "holds"
    assert found.causes == found.dropped == ()
    assert found.margin_before == found.margin_after


def clear(name):
    return Verdict("clear", name, (), 950)


def leans(name):
    return Verdict("leans", name, (), 700)


def close(*names):
    return Verdict("too_close", None, names, 510)


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (clear("x"), clear("x"), "holds"),
        (clear("x"), leans("x"), "weaker"),
        (clear("x"), Verdict("only_one", "x"), "holds"),
        (clear("x"), leans("y"), "another"),
        (clear("x"), close("x", "y"), "weaker"),
        (clear("x"), close("y", "z"), "another"),
        (clear("x"), Verdict("none"), "weaker"),
        (leans("x"), clear("x"), "stronger"),
        (close("x", "y"), leans("y"), "stronger"),
        (close("x", "y"), leans("z"), "another"),
        (close("x", "y"), close("y", "x"), "holds"),
        (close("x", "y"), close("x", "y", "z"), "weaker"),
        (close("x", "y", "z"), close("x", "y"), "stronger"),
        (close("x", "y"), close("x", "z"), "another"),
        (close("x", "y"), Verdict("tie", None, ("x", "y"), 500), "weaker"),
        (Verdict("none"), Verdict("none"), "holds"),
        (Verdict("none"), leans("x"), "another"),
        (Verdict("not_enough"), Verdict("not_enough"), "holds"),
    ],
)
def test_the_outcome_in_one_word(before, after, outcome):
    assert outcome_of(before, after) == outcome


def test_a_difference_as_json():
    after = changed()
    after["frameworks"][0]["scores"]["a"] = {"low": 8, "best": 9, "high": 9}

    found = compared(BASE, after, {"q": "yes", "nowhere": "x"}).as_dict()

    assert json.loads(canonical_json(found)) == found
    assert found["outcome"] == "holds"
    assert found["verdict_before"]["between"] == []
    assert found["dropped"] == [
        {"question": "nowhere", "option": "x", "missing_from": "both"}
    ]
    assert found["causes"] == [
        {
            "kind": "score",
            "effect": 0,
            "criterion": "a",
            "framework": "one",
            "before": [9, 9, 9],
            "after": [8, 9, 9],
        }
    ]
