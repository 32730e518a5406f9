"""Callers of the API: a member with a token, one with a session, and a saved row."""

import pytest
from django.test import Client

from advisor.accounts.actions import create_api_token
from advisor.models import Recommendation
from advisor.saved.actions import save_recommendation


@pytest.fixture
def token(member) -> str:
    return create_api_token(owner=member, name="Tests")[1]


@pytest.fixture
def caller(token) -> Client:
    """Calls as `member`, by token. CSRF is checked, as it is outside the tests."""
    return Client(
        enforce_csrf_checks=True, headers={"authorization": f"Bearer {token}"}
    )


@pytest.fixture
def answers(document) -> dict[str, str]:
    """Two answers the shipped rule set knows."""
    return {
        question["id"]: question["options"][0]["id"]
        for question in document["questions"][:2]
    }


@pytest.fixture
def saved(member, first_version, answers) -> Recommendation:
    return save_recommendation(
        owner=member, version=first_version, answers=answers, title="Our shop"
    )


@pytest.fixture
def theirs(other_member, first_version) -> Recommendation:
    return save_recommendation(
        owner=other_member, version=first_version, answers={}, title="Not yours"
    )
