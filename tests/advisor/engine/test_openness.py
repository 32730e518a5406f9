"""What open questions can still do, against all completions."""

from hypothesis import given, settings

from advisor.engine import evaluate, openness, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered


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


@settings(max_examples=300)
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


@settings(max_examples=200)
@given(case=answered(frameworks=(2, 2), questions=(1, 5)))
def test_between_two_frameworks_every_word_is_exact(case):
    document, answers = case

    found = openness(parse_rule_set(document), answers)

    for name in found.could + found.cannot:
        real = makes_a_difference(document, answers, name)
        assert (name in found.could) is real


@settings(max_examples=100)
@given(case=answered(frameworks=(1, 4), questions=(0, 4)))
def test_settled_is_the_same_as_no_question_that_could_change_it(case):
    document, answers = case
    rule_set = parse_rule_set(document)

    found = openness(rule_set, answers)

    evaluation = evaluate(rule_set, answers)
    assert evaluation.settled is (not found.could)
    assert sorted(found.could + found.cannot) == list(evaluation.open_questions)
