"""The doubt, split into what weights and what scores contribute."""

from advisor.engine import Doubt, doubt, evaluate, parse_rule_set
from tests.advisor.engine.documents import duel, question, score


def test_exact_scores_leave_only_the_doubt_of_the_weights():
    rule_set = parse_rule_set(
        duel({"a": 6, "b": 4}, {"a": 4, "b": 5}, {"a": 2, "b": 3})
    )

    found = doubt(rule_set, {})

    confidence = evaluate(rule_set, {}).verdict.confidence
    assert confidence is None
    assert found.weights_only == evaluate(rule_set, {}).wins["one"]["two"]
    assert found.scores_only == 1000


def test_a_single_criterion_leaves_only_the_doubt_of_the_scores():
    document = duel({"a": 6}, {"a": 5}, {"a": 2})
    document["frameworks"][0]["scores"]["a"] = score(6, 2, 9)
    rule_set = parse_rule_set(document)

    assert doubt(rule_set, {}) == Doubt(weights_only=1000, scores_only=700)


def test_scores_vary_under_the_points_as_they_stand():
    # `a` is 5 ahead. A low `b` costs 3 for each of its points: 3, and then 6.
    for points, scores_only in ((1, 1000), (2, 700)):
        document = duel({"a": 6, "b": 5}, {"a": 5, "b": 5}, {"a": 5, "b": points})
        document["frameworks"][0]["scores"]["b"] = score(5, 2, 5)

        assert doubt(parse_rule_set(document), {}).scores_only == scores_only


def test_there_is_no_doubt_to_split_about_one_framework():
    document = duel({"a": 6}, {"a": 5}, {"a": 2}, [question("q", a={})])
    document["questions"][0]["options"][0]["requires"] = {"live": True}

    assert doubt(parse_rule_set(document), {"q": "a"}) is None
