import pytest

from advisor.engine import AnswersError, canonical_json
from advisor.models import RuleSetVersion
from advisor.verdicts.evaluation import evaluation_for


def some_answers(document, count=4) -> dict[str, str]:
    return {
        question["id"]: question["options"][0]["id"]
        for question in document["questions"][:count]
    }


def test_an_evaluation_names_the_version_and_says_a_sentence(first_version, document):
    evaluation = evaluation_for(first_version, some_answers(document))

    assert evaluation["ruleset"] == {"version": 1, "digest": first_version.digest}
    assert evaluation["verdict"]["sentence"]
    assert evaluation["answers"] == some_answers(document)


def test_the_order_of_the_answers_changes_no_byte(first_version, document):
    answers = some_answers(document)
    backwards = dict(reversed(answers.items()))

    one, other = (
        evaluation_for(first_version, given) for given in (answers, backwards)
    )

    assert canonical_json(one) == canonical_json(other)


def test_a_caller_may_change_its_copy(first_version):
    evaluation_for(first_version, {})["verdict"]["sentence"] = "mine"

    assert evaluation_for(first_version, {})["verdict"]["sentence"] != "mine"


def test_evaluating_asks_the_database_nothing(
    first_version, document, django_assert_num_queries
):
    version = RuleSetVersion.objects.current()
    evaluation_for(version, {})

    with django_assert_num_queries(1):
        current = RuleSetVersion.objects.current()
        evaluation_for(current, some_answers(document))


def test_unknown_answers_are_refused(first_version):
    with pytest.raises(AnswersError):
        evaluation_for(first_version, {"no-such-question": "yes"})
