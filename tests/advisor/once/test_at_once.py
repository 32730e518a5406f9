"""One key, asked at the same moment by several connections of a real database."""

import pytest

from tests import installation


@pytest.fixture
def site(django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock():
        made = installation.seeded_installation(tmp_path / "site")
        yield made
        installation.remove(made)


def test_one_is_made_and_everybody_gets_the_same_answer(site):
    done = site.python("tests/advisor/once/asking.py")
    assert done.stdout == "4 answers, 1 of them, 1 made", done.stderr


KILLED = """
import os, django; django.setup()
from django.test import Client
from advisor.api import once
from advisor.accounts.actions import create_api_token
from advisor.models import User
once._response = lambda made: os._exit(9)  # committed, and never answered
user = User.objects.create_user("lost", "lost@example.org", "correct horse battery")
token = create_api_token(owner=user, name="t")[1]
open(os.environ["DATA_DIR"] + "/token", "w").write(token)
"""
SEND = """
caller = Client(headers={"authorization": "Bearer " + token, "host": "localhost"})
response = caller.post(
    "/api/v1/recommendations", {"title": "Shop", "answers": {}},
    content_type="application/json", headers={"idempotency-key": "k"})
print(response.status_code, response.json()["title"])
"""
AGAIN = """
import os, django; django.setup()
from django.test import Client
token = open(os.environ["DATA_DIR"] + "/token").read()
"""


def test_killed_between_saving_and_answering_the_next_call_finds_it(site):
    killed = site.python("-c", KILLED + SEND)
    assert killed.returncode == 9, killed.stderr
    assert site.sql("SELECT title FROM advisor_recommendation") == [("Shop",)]

    again = site.python("-c", AGAIN + SEND)

    assert again.stdout == "201 Shop\n", again.stderr
    assert site.sql("SELECT count(*) FROM advisor_recommendation") == [(1,)]
