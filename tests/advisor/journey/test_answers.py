import pytest

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import (
    MOST_PARTS,
    MOST_PROBLEMS,
    Journey,
    read_journey,
    shown,
)
from tests.advisor.small_document import small_document

CATALOGUE = Catalogue(small_document())


def read(*pairs, rule_sets=()):
    return read_journey(pairs, CATALOGUE, rule_sets)


def test_answers_are_read_in_the_order_of_the_questions():
    journey = read(("money", "much"), ("use", "hold"))

    assert list(journey.answers) == ["use", "money"]
    assert journey.problems == ()


def test_an_empty_value_is_a_question_left_open():
    journey = read(("use", ""), ("money", "much"))

    assert journey.answers == {"money": "much"}
    assert journey.skipped == {"use"}


def test_an_unknown_question_is_named_and_everything_else_is_kept():
    journey = read(("usage", "hold"), ("money", "much"))

    assert journey.answers == {"money": "much"}
    assert "“usage” is not one of the questions" in journey.problems[0].message


def test_an_unknown_option_is_named_and_its_question_is_open_again():
    journey = read(("use", "throw"), ("money", "much"))

    assert journey.answers == {"money": "much"}
    assert "“throw” is not an answer to “What is it for?”" in (
        journey.problems[0].message
    )
    assert journey.problems[0].question == "use"


def test_two_different_answers_to_one_question_count_as_none():
    journey = read(("use", "hold"), ("use", "write"))

    assert journey.answers == {}
    assert "“hold”, “write”" in journey.problems[0].message


def test_the_same_answer_twice_counts_once_and_is_mentioned():
    journey = read(("use", "hold"), ("use", "hold"))

    assert journey.answers == {"use": "hold"}
    assert "more than once" in journey.problems[0].message


@pytest.mark.parametrize(
    ("pair", "right"),
    [
        (("mode", "slow"), "“full” or “quick”"),
        (("order", "random"), "“adaptive” or “fixed”"),
        (("stop", "now"), "“never”"),
        (("go", "home"), "“next”"),
    ],
)
def test_a_setting_that_does_not_exist_is_named_with_what_would_be_right(pair, right):
    journey = read(pair)

    assert right in journey.problems[0].message


def test_a_rule_set_that_was_never_published_is_not_used():
    journey = read(("ruleset", "9"), rule_sets=[1])

    assert journey.rule_set is None
    assert "no published rule set “9”" in journey.problems[0].message


def test_a_published_rule_set_can_be_pinned():
    assert read(("ruleset", "1"), rule_sets=[1]).rule_set == 1


def test_thousands_of_parts_are_cut_and_said_to_be_cut():
    journey = read(*((f"p{number}", "x") for number in range(10_000)))

    assert len(journey.problems) == MOST_PROBLEMS + 1
    assert journey.answers == {}
    assert any(str(MOST_PARTS) in problem.message for problem in journey.problems)


@pytest.mark.parametrize("name", ["\x00", "a\nb", "\ud800", "x" * 5_000, "", "⁣"])
def test_foreign_names_are_repeated_short_and_printable(name):
    message = read((name, "x")).problems[0].message

    assert message.isprintable()
    assert len(message) < 200
    assert message.encode()


def test_what_is_shown_of_foreign_text_has_an_end():
    assert shown("x" * 41) == "x" * 40 + "…"


def test_the_query_keeps_the_order_in_which_questions_were_asked():
    journey = read(("money", "much"), ("mode", "quick"), ("use", "hold"), ("place", ""))

    assert journey.query(CATALOGUE) == "?mode=quick&money=much&use=hold&place="


def test_without_the_order_of_asking_the_documents_order_stands():
    journey = read(("money", "much"), ("use", "hold"), ("place", ""))

    query = journey.in_document_order().query(CATALOGUE)

    assert query == "?use=hold&place=&money=much"


def test_an_answer_added_later_comes_last():
    journey = read(("rules", "none"), ("money", "much")).answering({"use": "hold"})

    assert journey.query(CATALOGUE) == "?rules=none&money=much&use=hold"


def test_a_question_skipped_again_moves_to_the_end():
    journey = read(("use", ""), ("money", "much")).skipping("use")

    assert journey.query(CATALOGUE) == "?money=much&use="


def test_order_and_stop_travel_along():
    query = "?order=fixed&stop=never"

    journey = read(("stop", "never"), ("order", "fixed"))

    assert journey.query(CATALOGUE) == query


@pytest.mark.parametrize(
    ("value", "read_as"),
    [("use:hold", ("use", "hold")), ("use:", ("use", "")), ("", None)],
)
def test_a_change_to_try_is_read_and_not_carried_along(value, read_as):
    journey = read(("what-if", value))

    assert journey.what_if == read_as
    assert journey.problems == ()
    assert journey.query(CATALOGUE) == ""


@pytest.mark.parametrize("value", ["use:throw", "usage:hold", "use", ":", "::hold"])
def test_a_change_that_cannot_be_tried_is_named(value):
    journey = read(("what-if", value))

    assert journey.what_if is None
    assert f"“{value}” is not a change that can be tried" in journey.problems[0].message


def test_no_answers_make_no_query():
    assert Journey().query(CATALOGUE) == ""


def test_answering_a_skipped_question_takes_the_skip_back():
    journey = Journey(skipped=frozenset({"use"})).answering({"use": "hold"})

    assert journey.answers == {"use": "hold"}
    assert journey.skipped == frozenset()
