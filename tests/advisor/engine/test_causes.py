"""The causes of a difference, one by one."""

from copy import deepcopy
from typing import Any

from advisor.engine import compare_evaluations, parse_rule_set
from advisor.engine.verdict import Verdict
from tests.advisor.engine.documents import duel, question

ASKED = [question("q", yes={"a": 4}, no={"b": 4})]
BASE = duel({"a": 9, "b": 2}, {"a": 3, "b": 8}, {"a": 9, "b": 3}, ASKED)


def compared(before, after, answers):
    return compare_evaluations(parse_rule_set(before), parse_rule_set(after), answers)


def changed(**parts: Any) -> dict[str, Any]:
    return deepcopy(BASE) | parts


def causes(found):
    """Kind, ids, before, after and effect of every cause."""
    return [
        (
            *(part for part in cause.place if part),
            cause.before,
            cause.after,
            cause.effect,
        )
        for cause in found.causes
    ]


# With yes: one 13*9 + 3*2 = 123, two 13*3 + 3*8 = 63: 60 ahead.
YES = {"q": "yes"}


def test_a_score_counts_at_the_old_points():
    after = changed()
    after["frameworks"][1]["scores"]["a"] = {"low": 5, "best": 6, "high": 7}
    after["criteria"][0]["base_points"] = 10

    found = compared(BASE, after, YES)

    assert (found.framework, found.rival_before, found.rival_after) == (
        "one",
        "two",
        "two",
    )
    assert (found.margin_before, found.margin_after) == (60, 24)
    assert causes(found) == [
        ("score", "a", "two", (3, 3, 3), (5, 6, 7), -39),
        ("base_points", "a", 9, 10, 3),
    ]


def test_points_of_the_chosen_option_count_and_others_do_not():
    after = changed()
    after["questions"][0]["options"][0]["points"] = {"a": 2, "b": 1}
    after["questions"][0]["options"][1]["points"] = {"b": 9}

    found = compared(BASE, after, YES)

    assert causes(found) == [
        ("points", "a", "q", "yes", 4, 2, -12),
        ("points", "b", "q", "yes", 0, 1, -6),
    ]
    assert found.margin_after == 42


def test_an_answer_that_no_longer_exists_is_dropped_and_named():
    after = changed(questions=[question("q", no={"b": 4}), question("new", a={})])

    found = compared(BASE, after, YES)

    (dropped,) = found.dropped
    assert (dropped.question, dropped.option) == ("q", "yes")
    assert dropped.missing_from == "after"
    assert causes(found) == [
        ("answer_dropped", "q", "yes", None, None, -24),
        ("option_removed", "q", "yes", None, None, 0),
        ("question_added", "new", None, None, 0),
    ]


def test_an_answer_that_only_the_new_rule_set_has_is_counted_and_named():
    found = compared(changed(questions=[]), BASE, YES | {"nowhere": "x"})

    assert {(d.question, d.missing_from) for d in found.dropped} == {
        ("q", "before"),
        ("nowhere", "both"),
    }
    assert causes(found)[0] == ("answer_counted", "q", "yes", None, None, 24)


def test_criteria_that_come_and_go_carry_their_whole_share():
    after = duel({"a": 9, "c": 1}, {"a": 3, "c": 2}, {"a": 9, "c": 5}, ASKED[:0])

    found = compared(changed(questions=[]), after, {})

    assert causes(found)[:2] == [
        ("criterion_removed", "b", 3, None, 18),
        ("criterion_added", "c", None, 5, -5),
    ]
    assert found.margin_after - found.margin_before == 13


def third(scores, name="three"):
    return {
        "id": name,
        "facts": {"live": True, "typed": True},
        "scores": {c: {"low": n, "best": n, "high": n} for c, n in scores.items()},
    }


def test_a_known_framework_that_overtakes_is_compared_with_in_both():
    before = changed(frameworks=[*BASE["frameworks"], third({"a": 1, "b": 1})])
    after = changed(frameworks=[*BASE["frameworks"], third({"a": 10, "b": 10})])

    found = compared(before, after, YES)

    assert found.outcome == "another"
    assert (found.rival_before, found.rival_after) == ("two", "three")
    assert (found.margin_before, found.margin_after) == (60, -37)
    assert causes(found) == [
        ("score", "a", "three", (1, 1, 1), (10, 10, 10), -117),
        ("rival", "two", "three", 47),
        ("score", "b", "three", (1, 1, 1), (10, 10, 10), -27),
    ]


def test_a_new_framework_takes_over_as_rival_at_the_new_scores():
    after = changed(frameworks=[*BASE["frameworks"], third({"a": 10, "b": 10})])
    after["criteria"][0]["base_points"] = 10

    found = compared(BASE, after, YES)

    assert causes(found) == [
        ("rival", "two", "three", 66 - 170),
        ("base_points", "a", 9, 10, 6),
        ("framework_added", "three", None, None, 0),
    ]


def test_a_rival_that_no_longer_exists_and_one_that_is_new_are_one_step():
    after = changed(frameworks=[BASE["frameworks"][0], third({"a": 4, "b": 4})])

    found = compared(BASE, after, YES)

    assert causes(found)[0] == ("rival", "two", "three", -1)
    assert found.margin_after == 59


def test_a_requirement_that_rules_the_leader_out_is_named_without_a_margin():
    after = changed()
    after["questions"][0]["options"][0]["requires"] = {"typed": True}

    found = compared(BASE, after, YES)

    assert found.outcome == "another"
    assert found.verdict_after == Verdict("only_one", "two")
    assert found.margin_before is found.margin_after is None
    assert causes(found) == [("requirement", "q", "yes", "typed", None, True, 0)]


def test_a_fact_is_named_if_a_chosen_option_asks_for_it():
    before = changed()
    before["questions"][0]["options"][0]["requires"] = {"live": True}
    after = deepcopy(before)
    for framework in after["frameworks"]:
        framework["facts"] = {"live": True, "typed": False}

    found = compared(before, after, YES)

    assert causes(found) == [("fact", "two", "live", False, True, 0)]
    assert compared(before, after, {"q": "no"}).causes == ()


def test_constants_and_ranges_are_causes_that_move_no_margin():
    after = changed(constants={"clear": 1000}, scale_max=20)
    after["frameworks"][0]["scores"]["a"] = {"low": 0, "best": 9, "high": 9}

    found = compared(BASE, after, YES)

    assert found.outcome == "weaker"
    assert found.margin_before == found.margin_after == 60
    assert causes(found) == [
        ("constant", "clear", 900, 1000, 0),
        ("constant", "scale_max", 10, 20, 0),
        ("score", "a", "one", (9, 9, 9), (0, 9, 9), 0),
    ]
