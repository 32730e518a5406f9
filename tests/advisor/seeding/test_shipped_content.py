"""The rule set that comes with the site: complete, sourced, fair, and as expected.

Its words and numbers are data, so they are tested record by record.
"""

import tomllib
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from advisor.engine import (
    evaluate,
    outcome_distribution,
    parse_rule_set,
    publication_checks,
)
from advisor.seeding.shipped_content import CONTENT, shipped_document

CLAIMS = Path(__file__).parents[3] / "guide" / "content" / "claims"
HALF_WIDTHS = {"A": 0, "B": 1, "C": 2, "D": 3}
USABLE_STATUS = {"supported", "partly", "opinion"}
RESERVED_IDS = {"result", "saved", "compare", "shared", "method"}

DOCUMENT = shipped_document()
RULE_SET = parse_rule_set(DOCUMENT)
CHECKS = {check.id: check for check in publication_checks(RULE_SET, DOCUMENT)}


def by_id(rows):
    return [pytest.param(row, id=row["id"]) for row in rows]


def rows_of(path, key):
    return tomllib.loads(path.read_text())[key]


LEDGER = {
    claim["slug"]: claim
    for path in CLAIMS.glob("*.toml")
    for claim in rows_of(path, "claim")
}
SCORES = [
    pytest.param(framework, criterion, score, id=f"{framework['id']}-{criterion}")
    for framework in DOCUMENT["frameworks"]
    for criterion, score in framework["scores"].items()
]
OPTIONS = [
    pytest.param(option, id=f"{question['id']}-{option['id']}")
    for question in DOCUMENT["questions"]
    for option in question["options"]
]


def test_the_rule_set_has_the_promised_size():
    assert 12 <= len(DOCUMENT["criteria"]) <= 16
    assert 14 <= len(DOCUMENT["questions"]) <= 18
    assert sum(question["quick"] for question in DOCUMENT["questions"]) == 6
    assert len(DOCUMENT["scenarios"]) >= 12


@pytest.mark.parametrize("scenario", by_id(DOCUMENT["scenarios"]))
def test_a_reference_scenario_gets_its_verdict(scenario):
    verdict = evaluate(RULE_SET, scenario["answers"]).as_dict()["verdict"]

    found = verdict["kind"], verdict["framework"] or ""
    assert found == (scenario["expect_kind"], scenario["expect_framework"])


@pytest.mark.parametrize("scenario", by_id(DOCUMENT["scenarios"]))
def test_a_reference_scenario_is_told_and_answers_every_question(scenario):
    assert scenario["title"]
    assert scenario["situation"].endswith(".")
    assert set(scenario["answers"]) == {q["id"] for q in DOCUMENT["questions"]}


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_the_five_cases_of_the_article_come_out_on_its_side(framework):
    named = {
        scenario["id"]: scenario["expect_framework"]
        for scenario in DOCUMENT["scenarios"]
        if scenario["id"].startswith(f"{framework}-case-")
    }

    assert len(named) == 5
    assert set(named.values()) == {framework}


def test_three_or_more_scenarios_are_honest_toss_ups():
    kinds = [
        scenario["expect_kind"]
        for scenario in DOCUMENT["scenarios"]
        if scenario["id"].startswith("toss-up-")
    ]

    assert len(kinds) >= 3
    assert set(kinds) <= {"too_close", "tie"}


@pytest.mark.parametrize("name", [f"P{number}" for number in range(1, 10)])
def test_the_rule_set_passes_a_publication_check(name):
    assert CHECKS[name].findings == ()
    assert CHECKS[name].passed


def test_nobody_is_recommended_before_the_first_answer():
    start = evaluate(RULE_SET, {}).as_dict()

    assert start["verdict"]["kind"] == "not_enough"
    assert 340 < start["wins"]["django"]["flask"] < 660


def test_random_answers_favour_neither_side_by_much():
    outcomes = outcome_distribution(RULE_SET)

    for framework in ("django", "flask"):
        counts = outcomes["frameworks"][framework]
        recommended = counts["clear"] + counts["leans"] + counts["only_one"]
        assert 0.35 <= recommended / outcomes["samples"] <= 0.65
        assert 0.40 <= counts["ahead"] / outcomes["samples"] <= 0.60


def questions_until_settled(answers):
    """How many questions the adaptive order asks, and who leads then."""
    given = {}
    while True:
        evaluation = evaluate(RULE_SET, given).as_dict()
        question = evaluation["next_question"]
        if question is None or (given and evaluation["settled"]):
            return len(given), evaluation["ranking"][0]
        given[question] = answers[question]


def test_half_of_the_scenarios_are_settled_after_eight_questions():
    asked = [
        questions_until_settled(scenario["answers"])[0]
        for scenario in DOCUMENT["scenarios"]
    ]

    assert median(asked) <= 8


@pytest.mark.parametrize("scenario", by_id(DOCUMENT["scenarios"]))
def test_stopping_when_settled_gives_the_leader_of_the_full_run(scenario):
    full = evaluate(RULE_SET, scenario["answers"]).as_dict()

    assert questions_until_settled(scenario["answers"])[1] == full["ranking"][0]


@pytest.mark.parametrize("criterion", by_id(DOCUMENT["criteria"]))
def test_a_criterion_is_labelled_and_anchored_without_naming_a_framework(criterion):
    anchors = criterion["anchors"]

    assert criterion["label"]
    assert criterion["family"]
    assert criterion["help"].endswith(".")
    assert anchors["low"].startswith("0: ")
    assert anchors["middle"].startswith("5: ")
    assert anchors["high"].startswith("10: ")
    for anchor in anchors.values():
        assert not any(name in anchor.lower() for name in ("flask", "django"))


@pytest.mark.parametrize(("framework", "criterion", "score"), SCORES)
def test_a_score_has_a_reason_a_date_and_usable_claims(framework, criterion, score):
    assert score["rationale"].endswith(".")
    assert date.fromisoformat(score["checked_on"]) <= date.today()
    assert score["claims"]
    for slug in score["claims"]:
        assert slug in LEDGER
        assert LEDGER[slug]["status"] in USABLE_STATUS


@pytest.mark.parametrize(("framework", "criterion", "score"), SCORES)
def test_the_range_of_a_score_follows_its_grade(framework, criterion, score):
    half = HALF_WIDTHS[score["grade"]]
    usual = (max(0, score["best"] - half), min(10, score["best"] + half))

    assert score["low"] <= usual[0]
    assert usual[1] <= score["high"]
    # Wider than usual only where the rationale says why.
    same = (score["low"], score["high"]) == usual
    assert same or "the range" in score["rationale"]


@pytest.mark.parametrize(("framework", "criterion", "score"), SCORES)
def test_a_score_without_a_range_rests_on_documented_facts(framework, criterion, score):
    grades = {LEDGER[slug]["grade"] for slug in score["claims"]}

    assert score["grade"] != "A" or grades == {"A"}


def test_every_framework_is_scored_on_every_criterion():
    criteria = {criterion["id"] for criterion in DOCUMENT["criteria"]}

    for framework in DOCUMENT["frameworks"]:
        assert framework["label"]
        assert set(framework["scores"]) == criteria


@pytest.mark.parametrize("question", by_id(DOCUMENT["questions"]))
def test_a_question_says_what_it_asks_and_why(question):
    assert question["text"].endswith("?")
    assert question["help"].endswith(".")
    assert question["why"].endswith(".")
    assert question["id"] not in RESERVED_IDS
    assert 3 <= len(question["options"]) <= 8


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_says_what_it_means_and_what_follows(option):
    assert option["label"]
    assert option["help"].endswith(".")
    assert ", so " in option["reason"]
    assert option["reason"].endswith(".")
    assert all(points > 0 for points in option["points"].values())


@pytest.mark.parametrize("question", by_id(DOCUMENT["questions"]))
def test_a_matter_of_taste_can_be_left_open(question):
    neutral = [o for o in question["options"] if not o["points"] and not o["requires"]]

    assert question["kind"] in {"fact", "preference"}
    assert question["kind"] == "fact" or neutral


@pytest.mark.parametrize("fact", by_id(rows_of(CONTENT / "facts.toml", "facts")))
def test_a_fact_can_be_looked_up_and_tells_the_frameworks_apart(fact):
    values = [framework["facts"][fact["id"]] for framework in DOCUMENT["frameworks"]]

    assert fact["label"]
    assert set(values) == {True, False}
    assert fact["claims"]
    assert set(fact["claims"]) <= set(LEDGER)
