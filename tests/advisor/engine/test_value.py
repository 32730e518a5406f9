"""Answers are checked, and requirements can be relaxed."""

import pytest
from hypothesis import given

from advisor.engine import AnswersError, evaluate, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, duel, question


@pytest.fixture
def rule_set():
    asked = [question("q1", a={"c": 1}, b={"c": 2}), question("q2", a={"c": 1})]
    return parse_rule_set(duel({"c": 9}, {"c": 2}, {"c": 1}, asked))


def test_every_unknown_question_and_option_is_named(rule_set):
    with pytest.raises(AnswersError) as caught:
        evaluate(rule_set, {"q9": "a", "q1": "z", "q2": "a"})

    assert [(p.path, p.message) for p in caught.value.problems] == [
        ("answers.q1", "no option 'z'; there are a, b"),
        ("answers.q9", "no question 'q9'"),
    ]


@pytest.mark.parametrize(
    "answers",
    [
        {"q1": None},
        {"q1": True},
        {"q1": ["a"]},
        {"q1": ""},
        {1: "a"},
        {("q1",): "a"},
        {"\ud800": "a"},
        {"q1": "\udfff" * 500},
        {"": ""},
    ],
    ids=ascii,
)
def test_answers_of_any_wrong_kind_are_refused(rule_set, answers):
    with pytest.raises(AnswersError) as caught:
        evaluate(rule_set, answers)

    str(caught.value).encode()
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("question", ["", "q" * 81, "two\nlines", "q\ud800"], ids=ascii)
def test_a_question_that_is_no_id_is_not_made_a_place(rule_set, question):
    with pytest.raises(AnswersError) as caught:
        evaluate(rule_set, {question: "a"})

    assert [problem.path for problem in caught.value.problems] == ["answers"]


@pytest.mark.parametrize("answers", [None, [], "q1", 3], ids=repr)
def test_answers_must_be_an_object(rule_set, answers):
    with pytest.raises(AnswersError, match="answers: must be an object"):
        evaluate(rule_set, answers)


def test_a_skipped_question_adds_nothing(rule_set):
    assert evaluate(rule_set, {"q2": "a"}).points == {"c": 2}


def test_true_is_not_the_number_one():
    document = duel({"c": 9}, {"c": 2}, {"c": 1})
    for framework, workers in zip(document["frameworks"], (True, 1), strict=True):
        framework["facts"] = {"workers": workers}
    need = {"id": "a", "requires": {"workers": 1}}
    document["questions"] = [{"id": "q", "options": [need]}]

    evaluation = evaluate(parse_rule_set(document), {"q": "a"})

    assert evaluation.ranking == ("two",)
    assert evaluation.ruled_out[0].has is True


@given(case=answered(frameworks=(1, 4), questions=(1, 4)))
def test_relaxations_are_the_fewest_answers_to_take_back(case):
    document, answers = case

    found = evaluate(parse_rule_set(document), answers).relaxations

    if specification.viable(document, answers):
        assert found == {}
        return
    assert found
    for framework, questions in found.items():
        kept = {q: a for q, a in answers.items() if q not in questions}
        assert framework in specification.viable(document, kept)
    fewest = min(len(questions) for questions in found.values())
    assert {len(questions) for questions in found.values()} == {fewest}
    assert fewest == _fewest_by_search(document, answers)


def _fewest_by_search(document, answers):
    sizes = []
    for mask in range(2 ** len(answers)):
        dropped = {q for bit, q in enumerate(answers) if mask >> bit & 1}
        kept = {q: a for q, a in answers.items() if q not in dropped}
        if specification.viable(document, kept):
            sizes.append(len(dropped))
    return min(sizes)
