"""P1 to P9: each passes on a sound rule set and names the row that breaks it."""

import copy

import pytest
from hypothesis import given, settings

from advisor.engine import parse_rule_set, publication_checks
from advisor.engine.bounds import reach_of
from advisor.engine.effects import effects_of
from advisor.engine.reachable import can_lead
from tests.advisor.engine import specification
from tests.advisor.engine.documents import documents, duel, question

EVIDENCE = {"grade": "A", "claims": ["seen"], "checked_on": "2026-11-01"}


def sound_document():
    document = duel(
        {"tools": 8, "size": 3},
        {"tools": 3, "size": 8},
        {"tools": 4, "size": 4},
        [question("q1", a={"tools": 9}, b={"size": 9}), question("q2", a={"size": 3})],
    )
    for framework in document["frameworks"]:
        for entry in framework["scores"].values():
            entry.update(EVIDENCE)
    for criterion in document["criteria"]:
        criterion["family"] = "work"
    document["scenarios"] = [
        {
            "id": "tools-first",
            "answers": {"q1": "a"},
            "expect_kind": "clear",
            "expect_framework": "one",
        },
        {
            "id": "nothing-known",
            "answers": {},
            "expect_kind": "not_enough",
            "expect_framework": "",
        },
    ]
    return document


def failing(document, **extra):
    checks = publication_checks(parse_rule_set(document), document, **extra)
    assert [check.id for check in checks] == [f"P{n}" for n in range(1, 10)]
    assert all(check.passed is (not check.findings) for check in checks)
    return {check.id: check.findings for check in checks if not check.passed}


def test_a_sound_rule_set_passes_everything():
    assert failing(sound_document()) == {}


def test_p2_names_a_framework_that_can_never_be_first():
    document = sound_document()
    for entry in document["frameworks"][1]["scores"].values():
        entry.update(low=0, best=0, high=0)

    assert failing(document)["P2"] == ("No answers put two first.",)


def test_p3_refuses_a_start_that_favours_one():
    document = sound_document()
    document["criteria"][0]["base_points"] = 20

    found = failing(document)["P3"]

    assert found[0].startswith("Before any answer one is ahead in ")


def test_p3_refuses_a_start_without_a_choice():
    document = sound_document()
    del document["frameworks"][1]

    assert failing(document)["P3"] == (
        "With nothing answered the verdict is only_one, not not_enough.",
    )


def test_p4_names_a_question_without_effect():
    document = sound_document()
    document["questions"][1]["options"][0]["points"] = {}

    assert failing(document)["P4"] == ("Question q2 can't move any margin.",)


def test_p4_names_options_that_do_the_same():
    document = sound_document()
    options = document["questions"][1]["options"]
    options.append({"id": "b", "points": {"size": 3, "tools": 0}})

    assert failing(document)["P4"] == ("Question q2: options a and b do the same.",)


def test_p4_counts_a_requirement_as_an_effect():
    document = sound_document()
    document["questions"][1]["options"] = [
        {"id": "a", "requires": {"live": True}},
        {"id": "b", "requires": {"live": False}},
    ]

    assert "P4" not in failing(document)


def test_p5_names_an_answer_that_rules_out_everybody():
    document = sound_document()
    option = document["questions"][1]["options"][0]
    option["requires"] = {"live": True, "typed": True}

    assert failing(document)["P5"] == (
        "Question q2: option a rules out every framework.",
    )


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("claims", [], "no source"),
        ("claims", None, "no source"),
        ("grade", "", "no grade from A to D"),
        ("grade", "E", "no grade from A to D"),
        ("checked_on", None, "no date of the check"),
        ("checked_on", "last May", "no date of the check"),
    ],
)
def test_p6_names_a_score_without_evidence(key, value, what):
    document = sound_document()
    document["frameworks"][0]["scores"]["size"][key] = value

    assert failing(document)["P6"] == (f"Score of one on size: {what}.",)


def test_p7_needs_questions():
    document = sound_document()
    document["questions"] = []
    document["scenarios"] = []

    assert failing(document)["P7"] == (
        "There are no questions, so there is no outcome distribution.",
    )


def test_p7_refuses_a_rule_set_that_always_says_the_same():
    document = sound_document()
    document["questions"][0] = question("q1", a={"tools": 9})

    assert failing(document)["P7"] == ("All 3000 random answer sets give clear.",)


def test_p8_names_a_scenario_whose_verdict_changed():
    document = sound_document()
    document["scenarios"][0]["expect_framework"] = "two"
    document["scenarios"][1]["expect_kind"] = "tie"

    assert failing(document)["P8"] == (
        "Scenario tools-first: expected clear two, is clear one.",
        "Scenario nothing-known: expected tie, is not_enough.",
    )


def test_p8_passes_over_what_an_editor_acknowledged():
    document = sound_document()
    document["scenarios"][0]["expect_framework"] = "two"

    assert failing(document, acknowledged=["tools-first"]) == {}


def test_p8_names_a_scenario_with_unknown_answers():
    document = sound_document()
    document["scenarios"][0]["answers"] = {"q7": "a"}

    assert failing(document)["P8"] == (
        "Scenario tools-first: answers.q7: no question 'q7'.",
    )


def test_p9_names_criteria_that_measure_the_same():
    document = sound_document()
    for framework in document["frameworks"]:
        framework["scores"]["more"] = copy.deepcopy(framework["scores"]["size"])
    document["criteria"].append({"id": "more", "base_points": 0, "family": "work"})

    assert failing(document)["P9"] == (
        "Criteria more and size of family work have identical scores.",
    )
    document["criteria"][-1]["family"] = "other"
    assert failing(document) == {}


@settings(max_examples=60)
@given(document=documents(frameworks=(1, 4), questions=(0, 3)))
def test_can_lead_equals_a_search_through_all_answers(document):
    effects = effects_of(parse_rule_set(document))

    found = {name: can_lead(effects, f) for f, name in enumerate(effects.framework_ids)}

    all_answers = [a for a in specification.completions(document, {}) if a]
    winners = [specification.leaders(document, answers) for answers in all_answers]
    assert found == {name: [name] in winners for name in effects.framework_ids}


@given(document=documents())
def test_reach_is_the_least_and_most_of_all_answers(document):
    reach = reach_of(parse_rule_set(document))

    every = [
        specification.points(document, answers)
        for answers in specification.completions(document, {})
    ]
    for name, bounds in reach.items():
        found = [points[name] for points in every]
        assert bounds == (min(found), max(found))
