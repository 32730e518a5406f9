"""The outcome distribution is a fair and repeatable sample."""

from collections import Counter

from advisor.engine import evaluate, outcome_distribution, parse_rule_set
from advisor.engine.outcomes import random_answers
from tests.advisor.engine.documents import duel, question

DOCUMENT = duel(
    {"a": 8, "b": 3},
    {"a": 3, "b": 8},
    {"a": 4, "b": 4},
    [
        question("q1", a={"a": 9}, b={"b": 9}, c={}),
        question("q2", a={"a": 2}, b={"b": 2}),
    ],
)


def test_counts_agree_with_full_evaluations():
    rule_set = parse_rule_set(DOCUMENT)

    found = outcome_distribution(rule_set, 200)

    every = [evaluate(rule_set, dict(random_answers(rule_set, n))) for n in range(200)]
    kinds = Counter(evaluation.verdict.kind for evaluation in every)
    assert found["samples"] == 200
    assert Counter(found["kinds"]) == kinds
    for name in ("one", "two"):
        named = Counter(e.verdict.kind for e in every if e.verdict.framework == name)
        ahead = sum(e.margin > 0 and e.ranking[0] == name for e in every)
        expected = {kind: named[kind] for kind in ("clear", "leans", "only_one")}
        assert found["frameworks"][name] == {"ahead": ahead, **expected}


def test_every_option_is_drawn_about_equally_often():
    rule_set = parse_rule_set(DOCUMENT)

    drawn = Counter(dict(random_answers(rule_set, n))["q1"] for n in range(3000))

    assert all(900 < count < 1100 for count in drawn.values())
    assert len(drawn) == 3


def test_questions_are_drawn_independently():
    twins = [question(name, a={"a": 1}, b={"b": 1}) for name in ("q1", "q2")]
    rule_set = parse_rule_set({**DOCUMENT, "questions": twins})

    pairs = Counter(random_answers(rule_set, n) for n in range(3000))

    assert len(pairs) == 4
    assert all(650 < count < 850 for count in pairs.values())


def test_a_mirrored_rule_set_has_a_mirrored_distribution():
    found = outcome_distribution(parse_rule_set(DOCUMENT))["frameworks"]

    assert abs(found["one"]["ahead"] - found["two"]["ahead"]) < 150
