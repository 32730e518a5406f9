import pytest

from advisor.rule_sets.document import Draft
from advisor.rule_sets.publication import obstacles_in


def sentences(document) -> list[str]:
    return [obstacle.message for obstacle in obstacles_in(Draft(document))]


def test_nothing_stands_against_the_shipped_rule_set(document):
    assert sentences(document) == []


def test_points_for_an_unknown_criterion_name_the_question_and_the_option(document):
    question = document["questions"][0]
    question["options"][1]["points"]["tols"] = 3

    (found,) = obstacles_in(Draft(document))

    place = (
        f"Question '{question['id']}', option '{question['options'][1]['id']}', "
        "points for 'tols': "
    )
    assert found.message.startswith(place)
    assert (found.field, found.row) == ("questions", 0)


def test_a_missing_score_names_the_framework_and_the_criterion(document):
    framework = document["frameworks"][1]
    criterion = document["criteria"][2]["id"]
    del framework["scores"][criterion]

    (found,) = obstacles_in(Draft(document))

    assert found.message.startswith(
        f"Framework '{framework['id']}', score on '{criterion}': "
    )
    assert (found.field, found.row) == ("candidates", 1)


@pytest.mark.parametrize("word", ["result", "saved", "compare", "shared", "method"])
def test_a_question_may_not_take_the_address_of_a_page(document, word):
    document["questions"][0]["id"] = word

    assert any("own addresses" in sentence for sentence in sentences(document))


@pytest.mark.parametrize("key", ["facts", "scenarios"])
def test_a_name_given_twice_is_refused(document, key):
    document[key].append(document[key][0])

    assert sum("is given twice" in sentence for sentence in sentences(document)) == 2


def test_a_score_without_evidence_fails_p6_on_the_scores_tab(document):
    criterion = document["criteria"][0]["id"]
    document["frameworks"][0]["scores"][criterion]["claims"] = []

    (found,) = obstacles_in(Draft(document))

    assert found.message.startswith("P6: ")
    assert found.field == "candidates"


def test_a_scenario_that_changes_its_verdict_fails_p8(document):
    scenario = document["scenarios"][0]
    scenario["expect_kind"] = "none"
    scenario["expect_framework"] = ""

    (found,) = obstacles_in(Draft(document))

    assert found.message.startswith(f"P8: Scenario {scenario['id']}")
    assert found.field == "scenarios"


def test_checks_wait_until_the_document_can_be_read(document):
    document["scenarios"][0]["expect_kind"] = "none"
    document["criteria"][0]["base_points"] = None

    assert not any(sentence.startswith("P8") for sentence in sentences(document))


def test_a_scenario_whose_answers_do_not_fit_is_named_at_its_row(document):
    document["scenarios"][2]["answers"]["nonsense"] = "yes"

    (found,) = obstacles_in(Draft(document))

    assert (found.field, found.row) == ("scenarios", 2)
    assert "no question 'nonsense'" in found.message
