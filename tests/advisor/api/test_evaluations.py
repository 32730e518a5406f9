import itertools

import pytest
from django.core.cache import cache

from advisor.editing.actions import publish_rule_set
from advisor.models.version_in_force import version_in_force
from guide import kept_for_edition
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db
PATH = "/api/v1/evaluations"
KEYS = {
    "ruleset", "engine_version", "answers", "open_questions", "verdict", "points",
    "total_points", "totals", "fit", "ranking", "margin", "ruled_out",
    "margin_by_criterion", "margin_by_answer", "wins", "ranks", "settled",
    "next_question", "flips",
}  # fmt: skip


def evaluate(client, answers, **more):
    body = {"answers": answers, **more}
    return client.post(PATH, body, content_type="application/json")


@pytest.fixture
def second_version(rule_set):
    """Published after the first, with another title."""
    rule_set.title = "Another one"
    rule_set.save_revision()
    return publish_rule_set(rule_set=rule_set)


def test_an_evaluation_has_the_keys_of_the_contract(client, answers, first_version):
    body = evaluate(client, answers).json()
    assert set(body) >= KEYS
    assert set(body["verdict"]) == {
        "kind", "framework", "between", "confidence", "sentence"
    }  # fmt: skip
    assert body["verdict"]["sentence"]
    assert body["answers"] == answers
    assert body["ruleset"] == {"version": 1, "digest": first_version.digest}


def test_no_answers_are_not_enough_to_say(client):
    body = evaluate(client, {}).json()
    assert body["verdict"]["kind"] == "not_enough"
    assert body["verdict"]["framework"] is None
    assert body["verdict"]["confidence"] is None
    assert set(body["totals"]) == set(body["ranking"]) == {"django", "flask"}


def test_the_order_of_the_answers_changes_no_byte(client, document):
    answers = [
        (question["id"], question["options"][-1]["id"])
        for question in document["questions"][:4]
    ]
    bodies = {
        evaluate(client, dict(order)).content
        for order in itertools.permutations(answers)
    }
    assert len(bodies) == 1


def test_a_rule_set_can_be_pinned(client, second_version):
    assert evaluate(client, {}).json()["ruleset"]["version"] == 2
    assert evaluate(client, {}, ruleset=1).json()["ruleset"]["version"] == 1
    assert evaluate(client, {}, ruleset=2).json()["ruleset"]["version"] == 2
    assert evaluate(client, {}, ruleset=None).json()["ruleset"]["version"] == 2


def test_an_unpublished_version_is_404(client):
    assert places(evaluate(client, {}, ruleset=99), 404) == []


def test_unknown_questions_and_options_are_named(client, document):
    known = document["questions"][0]["id"]
    response = evaluate(client, {"no-such": "a", known: "neither"})
    assert places(response) == sorted(["body.answers.no-such", f"body.answers.{known}"])
    messages = " ".join(error["msg"] for error in response.json()["errors"])
    assert "no-such" in messages
    assert "neither" in messages


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "body.answers"),
        ({"answers": None}, "body.answers"),
        ({"answers": []}, "body.answers"),
        ({"answers": {"a": None}}, "body.answers.a"),
        ({"answers": {"a": 1}}, "body.answers.a"),
        ({"answers": {str(n): "a" for n in range(61)}}, "body.answers"),
        ({"answers": {}, "ruleset": 0}, "body.ruleset"),
        ({"answers": {}, "ruleset": "1"}, "body.ruleset"),
        ({"answers": {}, "ruleset": 1.0}, "body.ruleset"),
        ({"answers": {}, "ruleset": True}, "body.ruleset"),
        ({"answers": {}, "ruleset": 10**30}, "body.ruleset"),
        ({"answers": {}, "rulset": 1}, "body.rulset"),
    ],
)
def test_a_wrong_field_is_named(client, body, place):
    response = client.post(PATH, body, content_type="application/json")
    assert places(response) == [place]


def test_anybody_may_evaluate_and_nothing_is_set(client, answers):
    response = evaluate(client, answers)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.fixture
def watched(monkeypatch):
    """This process watches editions, as one that serves does."""
    edition = [1]
    monkeypatch.setattr(kept_for_edition, "_watched", [lambda: edition[0]])
    monkeypatch.setattr(version_in_force, "_kept", None)
    return edition


def test_evaluating_asks_the_database_nothing(
    client, answers, watched, django_assert_num_queries
):
    evaluate(client, answers)
    cache.clear()
    with django_assert_num_queries(0):
        evaluate(client, answers)
        evaluate(client, {})


def test_without_a_watch_it_asks_which_version_is_in_force(
    client, answers, django_assert_num_queries
):
    evaluate(client, answers)
    with django_assert_num_queries(1):
        evaluate(client, answers)


def test_a_new_edition_shows_a_version_published_meanwhile(client, watched, rule_set):
    before = evaluate(client, {}).json()["ruleset"]["version"]
    rule_set.title = "Another one"
    rule_set.save_revision()
    publish_rule_set(rule_set=rule_set)
    kept = evaluate(client, {}).json()["ruleset"]["version"]
    watched[0] += 1
    after = evaluate(client, {}).json()["ruleset"]["version"]

    assert (kept, after) == (before, before + 1)
