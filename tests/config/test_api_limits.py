"""Rate limits: counted per address or per member, answered with 429."""

import pytest
from django.core.cache import cache

from advisor.accounts.actions import create_api_token
from config.api import api
from config.api_limits import AnonymousLimit

pytestmark = pytest.mark.django_db
ELSEWHERE = "203.0.113.7"


@pytest.fixture
def two_calls(monkeypatch):
    """Two calls a minute for everybody; the counters are emptied before and after."""
    cache.clear()
    for limit in api.throttle:
        monkeypatch.setattr(limit, "num_requests", 2)
        monkeypatch.setattr(limit, "duration", 10**9)  # never a new window midway
    yield
    cache.clear()


def statuses(client, path="/api/v1/questionnaire", times=4, **more) -> list[int]:
    return [client.get(path, **more).status_code for _ in range(times)]


def test_one_call_too_many_is_429_with_the_seconds_to_wait(client, two_calls):
    assert statuses(client) == [200, 200, 429, 429]
    response = client.get("/api/v1/questionnaire")
    assert response["Content-Type"] == "application/problem+json"
    assert int(response["Retry-After"]) >= 1
    assert response.json()["status"] == 429


def test_another_address_has_its_own_allowance(client, two_calls):
    statuses(client)
    assert statuses(client, REMOTE_ADDR=ELSEWHERE) == [200, 200, 429, 429]


def test_a_made_up_forwarding_header_is_no_other_address(client, two_calls):
    found = [
        client.get(
            "/api/v1/questionnaire", headers={"x-forwarded-for": f"198.51.100.{n}"}
        ).status_code
        for n in range(4)
    ]
    assert found == [200, 200, 429, 429]


def test_a_made_up_token_gives_no_allowance_on_public_reads(client, two_calls):
    found = [
        client.get(
            "/api/v1/questionnaire", headers={"authorization": f"Bearer {n}"}
        ).status_code
        for n in range(4)
    ]
    assert found == [200, 200, 429, 429]


def test_a_second_token_gives_a_member_no_second_allowance(client, member, two_calls):
    tokens = [create_api_token(owner=member, name="a")[1] for _ in range(4)]
    found = [
        client.get(
            "/api/v1/me", headers={"authorization": f"Bearer {token}"}
        ).status_code
        for token in tokens
    ]
    assert found == [200, 200, 429, 429]


def test_two_members_at_one_address_do_not_share(
    client, member, other_member, two_calls
):
    for person in (member, other_member):
        client.force_login(person)
        assert statuses(client, "/api/v1/me") == [200, 200, 429, 429]


def test_a_cache_that_is_down_limits_nobody(client, two_calls, monkeypatch):
    def failing(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr("guide.limits.cache.add", failing)
    assert statuses(client) == [200] * 4


def test_wagtails_content_api_is_limited_too(client, monkeypatch):
    monkeypatch.setattr(AnonymousLimit, "allow_request", lambda self, request: False)
    response = client.get("/api/content/pages/")
    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert int(response["Retry-After"]) >= 1
