import pytest
from hypothesis import given, settings

from advisor.engine import AnswersError, evaluate, parse_rule_set
from advisor.engine.asking import asking_order
from tests.advisor.engine.documents import answered, duel


@settings(max_examples=100)
@given(case=answered(frameworks=(1, 4), questions=(1, 4)))
def test_the_first_in_the_asking_order_is_the_next_question(case):
    document, answers = case
    rule_set = parse_rule_set(document)
    evaluation = evaluate(rule_set, answers)

    order = asking_order(rule_set, answers, evaluation.open_questions)

    assert sorted(order) == sorted(evaluation.open_questions)
    if evaluation.next_question:
        assert order[0] == evaluation.next_question


def test_unknown_answers_raise_here_too():
    with pytest.raises(AnswersError):
        asking_order(
            parse_rule_set(duel({"speed": 9}, {"speed": 3}, {"speed": 1})),
            {"nosuch": "x"},
            (),
        )
