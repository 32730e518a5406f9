"""Which question comes next, in both orders, and which came before."""

from itertools import product
from statistics import median

import pytest

from advisor.documents.catalogue import Catalogue
from advisor.engine import evaluate
from advisor.journey.answers import FIXED, QUICK, Journey
from advisor.journey.routing import (
    RESULT,
    SETTLED,
    next_step,
    order_of,
    previous_question,
    still_to_ask,
)
from advisor.seeding.shipped_content import shipped_document
from tests.advisor.small_document import QUESTIONS, small_document

CATALOGUE = Catalogue(small_document())
SHIPPED = Catalogue(shipped_document())
SCENARIOS = shipped_document()["scenarios"]
MOST_QUESTIONS_AT_MEDIAN = 8


def fixed(**more):
    return Journey(order=FIXED, **more)


def test_full_mode_asks_everything_in_the_documents_order():
    assert order_of(CATALOGUE, "full") == ("use", "place", "money", "rules")


def test_quick_mode_asks_the_quick_questions_alone():
    assert order_of(CATALOGUE, QUICK) == ("use", "money")


def test_in_the_fixed_order_an_answered_question_is_not_asked_again():
    journey = fixed(answers={"place": "dry"})

    assert next_step(CATALOGUE, journey, after="use") == "money"


def test_in_the_fixed_order_a_skipped_question_is_not_asked_again():
    journey = fixed(skipped=frozenset({"place"}))

    assert next_step(CATALOGUE, journey, after="use") == "money"


def test_after_the_last_question_an_earlier_open_one_comes_next():
    journey = fixed(answers={"rules": "none", "place": "dry", "money": "much"})

    assert next_step(CATALOGUE, journey, after="rules") == "use"


def test_when_everything_was_asked_the_result_comes_next():
    answers = {"use": "hold", "money": "much", "rules": "none"}
    skipped = frozenset({"place"})

    for journey in (
        fixed(answers=answers, skipped=skipped),
        Journey(answers=answers, skipped=skipped),
    ):
        assert next_step(CATALOGUE, journey, after="rules") == RESULT


def test_somebody_who_came_from_the_result_goes_back_to_it():
    assert next_step(CATALOGUE, Journey(to_result=True), after="use") == RESULT


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_the_adaptive_order_asks_what_the_evaluation_calls_next(question):
    for option in question["options"]:
        answers = {question["id"]: option["id"]}
        evaluation = evaluate(CATALOGUE.rule_set, answers)

        step = next_step(CATALOGUE, Journey(answers=answers))

        assert step == (evaluation.next_question or SETTLED)


def test_the_adaptive_order_stops_where_nothing_can_change_it():
    journey = Journey(answers={"place": "water", "rules": "sinks"})

    assert next_step(CATALOGUE, journey) == SETTLED


def test_going_on_past_the_stop_asks_everything_that_is_left():
    journey = Journey(answers={"place": "water", "rules": "sinks"}, never_stops=True)

    assert next_step(CATALOGUE, journey) in {"use", "money"}
    further = journey.answering({"use": "hold", "money": "much"})
    assert next_step(CATALOGUE, further) == RESULT


def test_the_fixed_order_does_not_stop_early():
    journey = fixed(answers={"place": "water", "rules": "sinks"})

    assert next_step(CATALOGUE, journey) == "use"


def test_the_adaptive_order_never_repeats_a_question_and_always_ends():
    ids = [question["id"] for question in QUESTIONS]
    choices = [
        [None, *(row["id"] for row in question["options"])] for question in QUESTIONS
    ]
    for combination in product(*choices):
        given = dict(zip(ids, combination, strict=True))
        journey = Journey()
        for _ in range(len(ids) + 1):
            step = next_step(CATALOGUE, journey)
            if step in (RESULT, SETTLED):
                break
            assert step in still_to_ask(CATALOGUE, journey)
            option = given[step]
            journey = (
                journey.answering({step: option}) if option else journey.skipping(step)
            )
        assert step in (RESULT, SETTLED)


def test_quick_mode_asks_its_own_questions_alone_in_the_adaptive_order_too():
    journey = Journey(mode=QUICK)
    first = next_step(CATALOGUE, journey)
    second = next_step(CATALOGUE, journey.skipping(first))

    assert {first, second} == {"use", "money"}
    assert next_step(CATALOGUE, journey.skipping(first).skipping(second)) == RESULT


def test_the_question_in_front_is_the_one_in_the_fixed_order():
    assert previous_question(CATALOGUE, fixed(), "money") == "place"
    assert previous_question(CATALOGUE, fixed(mode=QUICK), "money") == "use"
    assert previous_question(CATALOGUE, fixed(), "use") is None


def test_in_the_adaptive_order_the_question_in_front_is_the_one_asked_before():
    journey = Journey(
        answers={"use": "hold", "rules": "none"},
        skipped=frozenset({"money"}),
        asked=("rules", "money", "use"),
    )

    assert previous_question(CATALOGUE, journey, "place") == "use"
    assert previous_question(CATALOGUE, journey, "use") == "money"
    assert previous_question(CATALOGUE, journey, "money") == "rules"
    assert previous_question(CATALOGUE, journey, "rules") is None
    assert previous_question(CATALOGUE, Journey(), "rules") is None


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
def test_stopping_early_names_the_leader_of_the_full_run(scenario):
    journey = adaptive_run(scenario["answers"])

    early = evaluate(SHIPPED.rule_set, journey.answers)
    full = evaluate(SHIPPED.rule_set, scenario["answers"])

    assert early.ranking[:1] == full.ranking[:1]


def test_at_the_median_a_scenario_is_settled_by_few_questions():
    asked = [
        len(journey.answers) + len(journey.skipped)
        for journey in (adaptive_run(scenario["answers"]) for scenario in SCENARIOS)
    ]

    assert median(asked) <= MOST_QUESTIONS_AT_MEDIAN


def adaptive_run(answers):
    """Answer as the scenario does whatever is asked, until nothing is."""
    journey = Journey()
    while (step := next_step(SHIPPED, journey)) not in (RESULT, SETTLED):
        journey = (
            journey.answering({step: answers[step]})
            if step in answers
            else journey.skipping(step)
        )
    return journey
