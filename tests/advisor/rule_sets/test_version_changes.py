import copy

import pytest

from advisor.rule_sets.version_changes import version_changes


@pytest.fixture
def after(document):
    return copy.deepcopy(document)


def lines(before, after):
    return {
        group.title: [
            (line.place, line.kind, line.before, line.after) for line in group.lines
        ]
        for group in version_changes(before, after)
    }


def test_equal_documents_differ_in_nothing(document, after):
    assert version_changes(document, after) == ()


def test_changed_points_name_the_question_the_option_and_the_criterion(document, after):
    question, option = after["questions"][0], after["questions"][0]["options"][0]
    criterion, points = next(iter(option["points"].items()))
    option["points"][criterion] = points + 1
    label = next(c["label"] for c in after["criteria"] if c["id"] == criterion)

    assert lines(document, after) == {
        "Points": [
            (
                f"Question “{question['text']}”, option “{option['label']}”, "
                f"points for “{label}”",
                "Changed",
                str(points),
                str(points + 1),
            )
        ]
    }


def test_a_changed_score_names_the_framework_and_the_criterion(document, after):
    criterion, framework = after["criteria"][0], after["frameworks"][0]
    framework["scores"][criterion["id"]]["rationale"] = "New reasons."

    ((place, kind, _, now),) = lines(document, after)["Scores"]

    assert place == (
        f"Framework “{framework['label']}”, score on “{criterion['label']}”, rationale"
    )
    assert (kind, now) == ("Changed", "New reasons.")


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("questions", "Questions and options"),
        ("criteria", "Criteria"),
        ("facts", "Facts and requirements"),
        ("scenarios", "Reference scenarios"),
        ("frameworks", "Frameworks"),
    ],
)
def test_a_row_that_is_taken_out_or_added_is_named(document, after, key, title):
    gone = after[key].pop()
    name = gone.get("label") or gone.get("text") or gone.get("title")

    ((place, kind, before, now),) = lines(document, after)[title]
    ((_, the_other_way, _, _),) = lines(after, document)[title]

    assert f"“{name}”" in place
    assert (kind, the_other_way, now) == ("Removed", "Added", "")
    assert name in before


def test_thresholds_facts_and_requirements_have_words(document, after):
    after["constants"]["clear"] = 950
    name, holds = next(iter(after["frameworks"][0]["facts"].items()))
    after["frameworks"][0]["facts"][name] = not holds

    found = lines(document, after)

    assert found["Name and thresholds"] == [
        ("Constants, clear from", "Changed", "900", "950")
    ]
    assert found["Facts and requirements"][0][2:] == (
        ("yes", "no") if holds else ("no", "yes")
    )


def test_another_order_of_questions_is_said(document, after):
    after["questions"].reverse()

    ((place, kind, _, _),) = lines(document, after)["Questions and options"]

    assert (place, kind) == ("Questions", "Order changed")


def test_the_answers_of_a_scenario_are_words_not_ids(document, after):
    question = document["questions"][0]
    old, new = question["options"][:2]
    document["scenarios"][0]["answers"][question["id"]] = old["id"]
    after["scenarios"][0]["answers"][question["id"]] = new["id"]

    ((place, _, before, now),) = lines(document, after)["Reference scenarios"]

    assert place.endswith(f"answer to “{question['text']}”")
    assert (before, now) == (old["label"], new["label"])
