"""Which verdict is given, in the order in which the method checks."""

import pytest

from advisor.engine import evaluate, parse_rule_set, verdict_for
from tests.advisor.engine.documents import duel, question, score

ASKED = [
    question("q", even={"a": 1, "b": 1}, a={"a": 9}, some={"a": 2}),
    {
        "id": "rules",
        "options": [
            {"id": "live", "requires": {"live": True}},
            {"id": "both", "requires": {"live": True, "typed": True}},
        ],
    },
]
EVEN = duel({"a": 8, "b": 2}, {"a": 2, "b": 8}, {"a": 4, "b": 4}, ASKED)


@pytest.mark.parametrize(
    ("answers", "kind", "framework", "between"),
    [
        ({"rules": "both"}, "none", None, ()),
        ({"rules": "live"}, "only_one", "one", ()),
        ({}, "not_enough", None, ()),
        ({"q": "even"}, "tie", None, ("one", "two")),
        ({"q": "some"}, "leans", "one", ()),
        ({"q": "a"}, "clear", "one", ()),
    ],
)
def test_each_kind_of_verdict(answers, kind, framework, between):
    verdict = evaluate(parse_rule_set(EVEN), answers).verdict

    assert (verdict.kind, verdict.framework, verdict.between) == (
        kind,
        framework,
        between,
    )
    assert verdict == verdict_for(parse_rule_set(EVEN), answers)


@pytest.mark.parametrize("kind", ["none", "only_one", "not_enough"])
def test_no_confidence_where_nothing_is_compared(kind):
    answers = {"none": {"rules": "both"}, "only_one": {"rules": "live"}}

    assert verdict_for(parse_rule_set(EVEN), answers.get(kind, {})).confidence is None


def test_confidence_is_the_least_win_of_the_leader():
    evaluation = evaluate(parse_rule_set(EVEN), {"q": "some"})

    assert evaluation.verdict.confidence == evaluation.wins["one"]["two"]


@pytest.mark.parametrize(
    ("confidence", "kind"), [(-1, "leans"), (0, "leans"), (1, "too_close")]
)
def test_too_close_means_strictly_below_its_bound(confidence, kind):
    wins = evaluate(parse_rule_set(EVEN), {"q": "some"}).verdict.confidence
    bounds = {"too_close": wins + confidence, "clear": 1000}

    document = {**EVEN, "constants": bounds}

    assert verdict_for(parse_rule_set(document), {"q": "some"}).kind == kind


@pytest.mark.parametrize(("above", "kind"), [(0, "clear"), (1, "leans")])
def test_clear_begins_at_its_bound(above, kind):
    wins = evaluate(parse_rule_set(EVEN), {"q": "some"}).verdict.confidence

    document = {**EVEN, "constants": {"clear": wins + above}}

    assert verdict_for(parse_rule_set(document), {"q": "some"}).kind == kind


@pytest.mark.parametrize(("ahead", "kind"), [(1, "too_close"), (2, "clear")])
def test_a_margin_below_two_per_cent_is_too_close(ahead, kind):
    # The same score differs by 1 or 2 tenths on one of ten points: 1 or 2 per cent.
    points = {"a": 1, **{f"c{n}": 1 for n in range(9)}}
    level = dict.fromkeys(points, 5)
    document = duel({**level, "a": 5 + ahead}, level, points, ASKED[1:])
    document["questions"] = [question("q", x={})]

    evaluation = evaluate(parse_rule_set(document), {"q": "x"})

    assert evaluation.wins["one"]["two"] == 1000
    assert evaluation.verdict.kind == kind


def test_too_close_names_only_those_within_the_bounds():
    document = duel({"a": 8, "b": 2}, {"a": 2, "b": 8}, {"a": 5, "b": 5}, ASKED[:1])
    document["frameworks"].append(
        {"id": "three", "scores": {"a": score(1), "b": score(1)}}
    )
    document["criteria"][0]["base_points"] = 6

    verdict = verdict_for(parse_rule_set(document), {"q": "even"})

    assert verdict.kind == "too_close"
    assert verdict.between == ("one", "two")
