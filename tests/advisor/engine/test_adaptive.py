"""Asking only what can matter."""

from hypothesis import given, settings

from advisor.engine import adaptive_path, ask_next, evaluate, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, duel, question

ASKED = [question("q", yes={"b": 9}), question("r", yes={"b": 8}, no={"a": 1})]
DOCUMENT = duel({"a": 1, "b": 0}, {"a": 0, "b": 1}, {"a": 5, "b": 0}, ASKED)


@settings(max_examples=50)
@given(case=answered(frameworks=(1, 3), questions=(0, 4)))
def test_the_path_asks_the_next_question_of_each_evaluation(case):
    document, answers = case
    rule_set = parse_rule_set(document)

    path = adaptive_path(rule_set, answers)

    given = {}
    for asked in path.asked:
        evaluation = evaluate(rule_set, given)
        assert not evaluation.settled
        assert ask_next(rule_set, given) == evaluation.next_question
        if asked not in answers:
            return  # from here on a question was skipped
        assert asked == evaluation.next_question
        given[asked] = answers[asked]
    assert evaluate(rule_set, given).settled is path.settled


@settings(max_examples=150)
@given(case=answered(frameworks=(1, 4), questions=(1, 5)))
def test_the_path_ends_where_the_full_run_leads(case):
    document, answers = case

    path = adaptive_path(parse_rule_set(document), answers)

    given = {q: a for q, a in answers.items() if q in path.asked}
    assert len(set(path.asked)) == len(path.asked)
    assert specification.leaders(document, given) == specification.leaders(
        document, answers
    )
    if not path.settled:
        assert set(path.asked) == set(specification.options_of(document))


def test_a_skipped_question_is_not_asked_again_and_counts_as_open():
    rule_set = parse_rule_set(DOCUMENT)

    assert ask_next(rule_set, {}) == "q"
    assert ask_next(rule_set, {}, {"q"}) == "r"
    # The answer to r leaves q able to change the leader, but q was skipped.
    assert ask_next(rule_set, {"r": "no"}, ["q"]) is None
    assert not evaluate(rule_set, {"r": "no"}).settled


def test_leaving_all_open_asks_all_and_settles_nothing():
    path = adaptive_path(parse_rule_set(DOCUMENT), {})

    assert path.asked == ("q", "r")
    assert not path.settled


def test_nothing_is_asked_where_nothing_can_change():
    sure = duel({"a": 9}, {"a": 1}, {"a": 5}, [question("q", yes={"a": 4})])

    path = adaptive_path(parse_rule_set(sure), {"q": "yes"})

    assert path.asked == ()
    assert path.settled
