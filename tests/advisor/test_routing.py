from advisor.answers import QUICK, Journey
from advisor.catalogue import Catalogue
from advisor.routing import next_question, order_of, previous_question
from tests.advisor.small_document import small_document

CATALOGUE = Catalogue(small_document())


def test_full_mode_asks_everything_in_the_documents_order():
    assert order_of(CATALOGUE, "full") == ("use", "place", "money", "rules")


def test_quick_mode_asks_the_quick_questions_alone():
    assert order_of(CATALOGUE, QUICK) == ("use", "money")


def test_an_answered_question_is_not_asked_again():
    journey = Journey(answers={"place": "dry"})

    assert next_question(CATALOGUE, journey, after="use") == "money"


def test_a_skipped_question_is_not_asked_again():
    journey = Journey(skipped=frozenset({"place"}))

    assert next_question(CATALOGUE, journey, after="use") == "money"


def test_after_the_last_question_an_earlier_open_one_comes_next():
    journey = Journey(answers={"rules": "none", "place": "dry", "money": "much"})

    assert next_question(CATALOGUE, journey, after="rules") == "use"


def test_when_everything_was_asked_the_result_comes_next():
    journey = Journey(
        answers={"use": "hold", "money": "much", "rules": "none"},
        skipped=frozenset({"place"}),
    )

    assert next_question(CATALOGUE, journey, after="rules") is None


def test_somebody_who_came_from_the_result_goes_back_to_it():
    assert next_question(CATALOGUE, Journey(to_result=True), after="use") is None


def test_the_question_in_front_is_the_one_in_this_modes_order():
    assert previous_question(CATALOGUE, Journey(), "money") == "place"
    assert previous_question(CATALOGUE, Journey(mode=QUICK), "money") == "use"
    assert previous_question(CATALOGUE, Journey(), "use") is None
