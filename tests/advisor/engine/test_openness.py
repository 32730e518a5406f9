"""What open questions can still do, against all completions."""

import pytest
from hypothesis import given, settings

from advisor.engine import AnswersError, evaluate, openness, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, duel, question


def makes_a_difference(document, answers, name):
    """Whether any answer to a question ever changes who leads, tried one by one."""
    for completion in specification.completions(document, answers):
        if name in completion:
            continue
        without = specification.leaders(document, completion)
        for option in specification.options_of(document)[name]:
            if specification.leaders(document, completion | {name: option}) != without:
                return True
    return False


def changes_alone(document, answers, name):
    now = specification.leaders(document, answers)
    return any(
        specification.leaders(document, answers | {name: option}) != now
        for option in specification.options_of(document)[name]
    )


@settings(max_examples=150)
@given(case=answered(frameworks=(1, 4), questions=(1, 4)))
def test_cannot_is_never_wrong_and_alone_is_exact(case):
    document, answers = case

    found = openness(parse_rule_set(document), answers)

    for name in specification.options_of(document):
        if name in answers:
            assert name not in found.could + found.cannot
            continue
        assert (name in found.alone) is changes_alone(document, answers, name)
        if name in found.cannot:
            assert not makes_a_difference(document, answers, name)
        else:
            assert name in found.could


@settings(max_examples=100)
@given(case=answered(frameworks=(2, 2), questions=(1, 5)))
def test_between_two_frameworks_every_word_is_exact(case):
    document, answers = case

    found = openness(parse_rule_set(document), answers)

    for name in found.could + found.cannot:
        real = makes_a_difference(document, answers, name)
        assert (name in found.could) is real


@settings(max_examples=40)
@given(case=answered(frameworks=(1, 4), questions=(0, 4)))
def test_settled_is_the_same_as_no_question_that_could_change_it(case):
    document, answers = case
    rule_set = parse_rule_set(document)

    found = openness(rule_set, answers)

    evaluation = evaluate(rule_set, answers)
    assert evaluation.settled is (not found.could)
    assert sorted(found.could + found.cannot) == list(evaluation.open_questions)


# one is 6 ahead; each yes costs 4, each no costs 0.
PAIR = [question("q", yes={"b": 4}, no={"b": 0}), question("r", yes={"b": 4})]
APART = ({"a": 1, "b": 0}, {"a": 0, "b": 1})


def test_two_answers_may_do_together_what_neither_does_alone():
    document = duel(*APART, {"a": 6, "b": 0}, PAIR)

    found = openness(parse_rule_set(document), {})

    assert (found.alone, found.with_others, found.cannot) == ((), ("q", "r"), ())


def test_after_an_answer_the_other_question_cannot_any_more():
    document = duel(*APART, {"a": 6, "b": 0}, PAIR)

    assert openness(parse_rule_set(document), {"q": "no"}).cannot == ("r",)
    assert openness(parse_rule_set(document), {"q": "yes"}).alone == ("r",)


def test_a_question_that_only_helps_the_leader_could_matter_once_it_is_overtaken():
    helps = [question("q", yes={"b": 9}), question("r", yes={"a": 9})]
    document = duel(*APART, {"a": 6, "b": 0}, helps)

    found = openness(parse_rule_set(document), {})

    assert (found.alone, found.with_others) == (("q",), ("r",))


def test_a_gap_that_no_sum_of_answers_reaches_is_seen():
    # Between -44 and 56 there is a sign to change, but no completion comes near.
    asked = [question("q", yes={"b": 100}), question("r", yes={"b": 1})]
    document = duel(*APART, {"a": 56, "b": 0}, asked)

    assert openness(parse_rule_set(document), {}).cannot == ("r",)


def test_ruling_out_who_cannot_lead_makes_no_difference():
    rules = {"id": "q", "options": [{"id": "live", "requires": {"live": True}}]}
    behind = duel({"c": 9}, {"c": 2}, {"c": 5}, [rules])
    ahead = duel({"c": 2}, {"c": 9}, {"c": 5}, [rules])

    assert openness(parse_rule_set(behind), {}).cannot == ("q",)
    assert openness(parse_rule_set(ahead), {}).alone == ("q",)


def test_margins_too_far_apart_to_tell_one_from_another_count_as_possible():
    asked = [
        question("far", yes={"b": 1000}),
        *(question(f"q{n}", yes={"a": 1000}) for n in range(7)),
        question("near", yes={"b": 1}),
    ]
    first, second = {"a": 10, "b": 0}, {"a": 0, "b": 10}
    document = duel(first, second, {"a": 500, "b": 0}, asked)

    assert "near" in openness(parse_rule_set(document), {}).with_others


def test_the_lists_as_json_and_all_that_could():
    found = openness(parse_rule_set(duel(*APART, {"a": 2, "b": 0}, PAIR)), {})

    assert found.as_dict() == {"alone": ["q", "r"], "with_others": [], "cannot": []}
    assert found.could == ("q", "r")


def test_unknown_answers_are_refused():
    with pytest.raises(AnswersError, match="no question 'x'"):
        openness(parse_rule_set(duel(*APART, {"a": 2, "b": 0}, PAIR)), {"x": "y"})
