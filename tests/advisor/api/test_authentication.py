"""Who is calling: tokens, sessions, and both at once."""

import logging

import pytest
from django.test import Client

from advisor.accounts.actions import revoke_api_token
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db
MEMBERS_ONLY = [
    ("get", "/api/v1/recommendations"),
    ("post", "/api/v1/recommendations"),
    ("get", "/api/v1/recommendations/00000000-0000-4000-8000-000000000000"),
    ("patch", "/api/v1/recommendations/00000000-0000-4000-8000-000000000000"),
    ("delete", "/api/v1/recommendations/00000000-0000-4000-8000-000000000000"),
    ("get", "/api/v1/me"),
    ("delete", "/api/v1/me"),
    ("get", "/api/v1/me/export"),
    ("get", "/api/v1/me/tokens"),
    ("post", "/api/v1/me/tokens"),
    ("delete", "/api/v1/me/tokens/00000000-0000-4000-8000-000000000000"),
]
BAD_HEADERS = ["Bearer wrong", "Bearer", "", "Basic dTpw", "Bearer \xff\xfe", "Token x"]


@pytest.mark.parametrize(("method", "path"), MEMBERS_ONLY)
def test_nobody_gets_401_from_what_belongs_to_members(client, method, path):
    response = getattr(client, method)(path)
    assert places(response, 401) == []
    assert response["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("header", BAD_HEADERS)
@pytest.mark.parametrize(("method", "path"), MEMBERS_ONLY)
def test_a_bad_token_beats_a_good_session(member_client, method, path, header):
    call = getattr(member_client, method)
    response = call(path, headers={"authorization": header})
    assert places(response, 401) == []


def test_a_session_reads(member_client, member):
    assert member_client.get("/api/v1/me").json()["email"] == member.email


def test_a_session_cookie_of_nobody_is_401(client):
    client.cookies["sessionid"] = "made-up"
    assert places(client.get("/api/v1/me"), 401) == []


@pytest.mark.parametrize(
    ("method", "path"), [call for call in MEMBERS_ONLY if call[0] != "get"]
)
def test_a_session_writes_only_with_a_csrf_token(member, method, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)

    response = getattr(client, method)(path, "{}", content_type="application/json")

    assert places(response, 403) == []


def test_a_session_with_a_csrf_token_writes(member):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)
    secret = "x" * 32
    client.cookies["csrftoken"] = secret

    response = client.post(
        "/api/v1/me/tokens",
        {"name": "Mine"},
        content_type="application/json",
        headers={"x-csrftoken": secret},
    )

    assert response.status_code == 201


def test_a_token_needs_no_csrf_token(caller):
    response = caller.post(
        "/api/v1/me/tokens", {"name": "Mine"}, content_type="application/json"
    )
    assert response.status_code == 201


def test_a_revoked_token_is_401(caller, member):
    revoke_api_token(token=member.api_tokens.get())
    assert places(caller.get("/api/v1/me"), 401) == []


def test_the_token_of_a_member_who_may_no_longer_log_in_is_401(caller, member):
    member.is_active = False
    member.save()
    assert places(caller.get("/api/v1/me"), 401) == []


def test_no_token_is_ever_logged(caller, token, caplog):
    caplog.set_level(logging.DEBUG)
    caller.get("/api/v1/me")
    caller.get("/api/v1/no-such-thing")
    made = caller.post(
        "/api/v1/me/tokens", {"name": "Mine"}, content_type="application/json"
    ).json()["token"]
    assert token not in caplog.text
    assert made not in caplog.text


def test_answers_to_members_are_kept_by_no_cache(caller):
    assert caller.get("/api/v1/me")["Cache-Control"] == "private, no-store"
