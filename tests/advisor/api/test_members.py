import uuid

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import APIToken

from advisor.accounts.actions import create_api_token
from advisor.accounts.actions.tokens import NAME_LENGTH
from advisor.models import Recommendation
from advisor.saved.actions import delete_recommendation
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db
ME = "/api/v1/me"
TOKENS = "/api/v1/me/tokens"


def post(caller, body):
    return caller.post(TOKENS, body, content_type="application/json")


def test_who_am_i(caller, member, saved):
    body = caller.get(ME).json()
    assert body["email"] == member.email
    assert body["recommendations"] == 1
    assert "password" not in body


def test_a_new_token_works_and_is_shown_this_once(caller, client):
    made = post(caller, {"name": "Laptop"}).json()

    with_it = client.get(ME, headers={"authorization": f"Bearer {made['token']}"})
    assert with_it.status_code == 200
    assert uuid.UUID(made["id"])
    listed = caller.get(TOKENS)
    assert {row["name"] for row in listed.json()["items"]} == {"Laptop", "Tests"}
    assert all("token" not in row for row in listed.json()["items"])
    assert made["token"] not in listed.content.decode()
    assert made["token"] not in caller.get(f"{ME}/export").content.decode()


def test_a_revoked_token_ends_at_once_and_is_gone(caller, client):
    made = post(caller, {"name": "Laptop"}).json()

    assert caller.delete(f"{TOKENS}/{made['id']}").status_code == 204

    refused = client.get(ME, headers={"authorization": f"Bearer {made['token']}"})
    assert places(refused, 401) == []
    assert [row["name"] for row in caller.get(TOKENS).json()["items"]] == ["Tests"]
    assert places(caller.delete(f"{TOKENS}/{made['id']}"), 404) == []


def test_one_token_too_many_is_a_conflict_that_says_what_helps(caller, monkeypatch):
    monkeypatch.setattr("advisor.accounts.actions.tokens.MOST_TOKENS", 1)

    refused = post(caller, {"name": "Another"})

    assert places(refused, 409) == []
    assert "Revoke one" in refused.json()["detail"]


def test_the_token_of_somebody_else_does_not_exist(caller, client, other_member):
    _, plain = create_api_token(owner=other_member, name="Theirs")
    headers = {"authorization": f"Bearer {plain}"}
    (listed,) = client.get(TOKENS, headers=headers).json()["items"]

    assert places(caller.delete(f"{TOKENS}/{listed['id']}"), 404) == []

    assert client.get(ME, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "body.name"),
        ({"name": None}, "body.name"),
        ({"name": ""}, "body.name"),
        ({"name": "  "}, "body.name"),
        ({"name": "x" * (NAME_LENGTH + 1)}, "body.name"),
        ({"name": "a", "scope": "all"}, "body.scope"),
    ],
)
def test_a_token_names_the_field_that_is_wrong(caller, body, place):
    assert places(post(caller, body)) == [place]
    assert APIToken.objects.count() == 1


def test_the_export_is_complete_and_mine(caller, member, saved, theirs):
    delete_recommendation(recommendation=saved)
    body = caller.get(f"{ME}/export").json()
    assert body["account"]["email"] == member.email
    assert [row["title"] for row in body["recommendations"]] == ["Our shop"]
    assert body["recommendations"][0]["evaluation"] == saved.evaluation
    assert [row["name"] for row in body["api_tokens"]] == ["Tests"]


def test_leaving_deletes_me_and_mine(caller, member, saved, theirs):
    assert caller.delete(ME).status_code == 204
    assert not get_user_model().objects.filter(pk=member.pk).exists()
    assert [row.pk for row in Recommendation.objects.all()] == [theirs.pk]
    assert places(caller.get(ME), 401) == []


def test_the_last_administrator_is_told_why_not(client, administrator):
    _, plain = create_api_token(owner=administrator, name="a")
    response = client.delete(ME, headers={"authorization": f"Bearer {plain}"})
    assert places(response, 409) == []
    assert "administrator" in response.json()["detail"]
    assert get_user_model().objects.filter(pk=administrator.pk).exists()


@pytest.mark.parametrize("path", [ME, TOKENS])
def test_reading_takes_few_queries(caller, saved, django_assert_max_num_queries, path):
    caller.get(path)  # notes that the token was used, once a minute
    with django_assert_max_num_queries(5):
        assert caller.get(path).status_code == 200
