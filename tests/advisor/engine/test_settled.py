"""Settled and the next question against all completions."""

from hypothesis import given, settings

from advisor.engine import evaluate, parse_rule_set
from advisor.engine.effects import effects_of
from advisor.engine.settled import settled
from advisor.engine.value import checked_answers, standing_after
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, duel, question


def settled_after(document, answers):
    """Settled or not, without the rest of an evaluation."""
    rule_set = parse_rule_set(document)
    effects = effects_of(rule_set)
    standing = standing_after(rule_set, checked_answers(rule_set, answers))
    still_open = [name for name in effects.questions if name not in answers]
    return settled(effects, standing, still_open)


@settings(max_examples=150)
@given(case=answered(questions=(0, 4)))
def test_settled_means_exactly_that_no_completion_changes_who_leads(case):
    document, answers = case

    found = settled_after(document, answers)

    now = specification.leaders(document, answers)
    completions = specification.completions(document, answers)
    stays = all(specification.leaders(document, c) == now for c in completions)
    assert found is stays


@settings(max_examples=40)
@given(case=answered(frameworks=(2, 2), questions=(1, 4), requirements=False))
def test_no_open_question_can_push_the_margin_lower_than_the_next_one(case):
    document, answers = case
    evaluation = evaluate(parse_rule_set(document), answers)
    if evaluation.settled or evaluation.margin == 0:
        return

    first, second = evaluation.ranking
    lowest = {}
    for q in evaluation.open_questions:
        after = [
            specification.totals(document, answers | {q: a})
            for a in specification.options_of(document)[q]
        ]
        lowest[q] = min(sums[first] - sums[second] for sums in after)
    assert lowest[evaluation.next_question] == min(lowest.values())


def test_a_question_that_can_rule_the_leader_out_comes_first():
    asked = [
        question("points", much={"b": 30}),
        {"id": "rules", "options": [{"id": "typed", "requires": {"typed": True}}]},
    ]
    document = duel({"a": 9, "b": 0}, {"a": 1, "b": 9}, {"a": 10, "b": 0}, asked)

    assert evaluate(parse_rule_set(document), {}).next_question == "rules"


def test_when_settled_no_question_is_next():
    asked = [question("q", a={"c": 1})]
    evaluation = evaluate(parse_rule_set(duel({"c": 9}, {"c": 2}, {"c": 5}, asked)), {})

    assert evaluation.settled
    assert evaluation.open_questions == ("q",)
    assert evaluation.next_question is None


def test_a_possible_tie_is_not_settled():
    asked = [question("q", a={"b": 1})]
    document = duel({"a": 1, "b": 0}, {"a": 0, "b": 1}, {"a": 1, "b": 0}, asked)

    assert not evaluate(parse_rule_set(document), {}).settled


def test_a_question_may_stay_open_in_a_completion():
    # Full answers all leave `one` ahead, but q2 alone does not.
    asked = [question("q1", a={"a": 5}), question("q2", b={"b": 5})]
    document = duel({"a": 1, "b": 0}, {"a": 0, "b": 1}, {"a": 2, "b": 0}, asked)

    assert not evaluate(parse_rule_set(document), {}).settled


LEVEL = ({"a": 5, "b": 0}, {"a": 0, "b": 5})


def test_of_two_that_can_cost_as_much_the_one_that_can_add_more_comes_first():
    asked = [question("q1", b={"b": 3}), question("q2", a={"a": 2}, b={"b": 3})]
    document = duel(*LEVEL, {"a": 2, "b": 1}, asked)

    assert evaluate(parse_rule_set(document), {}).next_question == "q2"


def test_in_a_tie_a_question_that_moves_either_leader_far_comes_first():
    asked = [question("q1", a={"a": 1}, b={"b": 1}), question("q2", a={"a": 9})]
    document = duel(*LEVEL, {"a": 2, "b": 2}, asked)

    assert evaluate(parse_rule_set(document), {}).next_question == "q2"
