import copy

import pytest

from advisor.documents.frozen import FrozenDocument
from advisor.engine import digest_of
from advisor.rule_sets.scenario_changes import TAKEN_OUT, Outcome, scenario_rows
from tests.advisor.small_document import small_document


def scenario(name, answers, kind, framework=""):
    return {
        "id": name,
        "title": name.title(),
        "answers": answers,
        "expect_kind": kind,
        "expect_framework": framework,
    }


@pytest.fixture
def document():
    rows = [
        scenario("door", {"use": "hold"}, "clear", "rock"),
        scenario("even", {"use": "both"}, "tie"),
    ]
    return {**small_document(), "scenarios": rows}


def frozen(document):
    return FrozenDocument(digest_of(document), document)


def changed(document, **acknowledged):
    """The door is now written upon: its verdict becomes that of paper."""
    draft = copy.deepcopy(document)
    draft["scenarios"][0]["answers"] = {"use": "write"}
    return scenario_rows(frozen(draft), frozen(document), acknowledged)


def test_a_draft_equal_to_what_is_in_force_changes_nothing(document):
    rows = scenario_rows(frozen(document), frozen(document), {})

    assert [row.id for row in rows] == ["door", "even"]
    assert not any(row.changed or row.unexpected for row in rows)


def test_a_changed_verdict_says_before_and_after(document):
    door, even = changed(document)

    assert (door.before, door.after) == (
        Outcome("clear", "rock"),
        Outcome("clear", "paper"),
    )
    assert door.stands_against
    assert not even.stands_against


@pytest.mark.parametrize(
    ("accepted", "stands"),
    [
        (Outcome("clear", "paper"), False),
        (Outcome("clear", "rock"), True),
        (Outcome("leans", "paper"), True),
    ],
)
def test_an_acknowledgement_holds_for_one_verdict_alone(document, accepted, stands):
    door, _ = changed(document, door=accepted)

    assert door.stands_against is stands


def test_a_scenario_that_is_taken_out_comes_last(document):
    draft = copy.deepcopy(document)
    del draft["scenarios"][0]

    *_, door = scenario_rows(frozen(draft), frozen(document), {})

    assert (door.id, door.after, door.stands_against) == ("door", TAKEN_OUT, True)


def test_a_new_scenario_is_held_against_its_expectation_alone(document):
    draft = copy.deepcopy(document)
    draft["scenarios"].append(scenario("new", {"use": "hold"}, "clear", "rock"))

    *_, new = scenario_rows(frozen(draft), frozen(document), {})

    assert new.before is None
    assert not new.stands_against


def test_before_the_first_publishing_there_is_nothing_to_change(document):
    assert not any(row.changed for row in scenario_rows(frozen(document), None, {}))


def test_unreadable_answers_say_what_is_wrong(document):
    document["scenarios"][0]["answers"] = {"use": "eat"}

    door, _ = scenario_rows(frozen(document), None, {})

    assert "no option 'eat'" in door.problem
    assert door.stands_against
    assert not door.may_be_acknowledged
