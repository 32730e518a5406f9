import json

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import APIToken

from advisor.accounts.actions import (
    create_api_token,
    delete_member,
    export_member_data,
)
from advisor.models import Recommendation, RuleSetVersion, User
from advisor.saved.actions import delete_recommendation, save_recommendation


@pytest.fixture
def settled_member(member, first_version, client):
    """A member with one of everything that is kept about a person."""
    save_recommendation(
        owner=member, version=first_version, answers={}, title="Our site"
    )
    EmailAddress.objects.create(user=member, email=member.email, primary=True)
    create_api_token(owner=member, name="My script")
    client.force_login(member)
    return member


def test_the_export_holds_everything_and_is_json(settled_member):
    exported = json.loads(json.dumps(export_member_data(user=settled_member)))

    assert exported["account"]["email"] == settled_member.email
    assert [row["title"] for row in exported["recommendations"]] == ["Our site"]
    assert exported["recommendations"][0]["ruleset"]["version"] == 1
    assert exported["recommendations"][0]["notices"] == []
    assert exported["notices"] == {"by_mail": False, "feed": False}
    assert [row["name"] for row in exported["api_tokens"]] == ["My script"]
    assert [row["email"] for row in exported["email_addresses"]] == [
        settled_member.email
    ]


def test_the_export_holds_no_secret(settled_member):
    exported = json.dumps(export_member_data(user=settled_member))

    assert settled_member.password not in exported
    assert APIToken.objects.get().key_hash not in exported


def test_the_export_holds_what_is_deleted_but_not_yet_erased(settled_member):
    delete_recommendation(recommendation=Recommendation.objects.get())

    (row,) = export_member_data(user=settled_member)["recommendations"]

    assert row["deleted_at"]


def test_the_export_holds_nothing_of_others(settled_member, other_member):
    exported = export_member_data(user=other_member)

    assert exported["recommendations"] == exported["api_tokens"] == []


def test_leaving_erases_everything_of_that_member_only(settled_member, other_member):
    save_recommendation(
        owner=other_member,
        version=RuleSetVersion.objects.get(),
        answers={},
        title="Theirs",
    )

    delete_member(user=settled_member)

    assert list(User.objects.all()) == [other_member]
    assert [row.title for row in Recommendation.objects.all()] == ["Theirs"]
    assert not APIToken.objects.exists()
    assert not EmailAddress.objects.exists()
    assert not Session.objects.exists()


def test_leaving_keeps_the_sessions_of_others(settled_member, other_member):

    Client().force_login(other_member)

    delete_member(user=settled_member)

    (session,) = Session.objects.all()
    assert session.get_decoded()["_auth_user_id"] == str(other_member.pk)


def test_the_last_administrator_cannot_leave(administrator):
    with pytest.raises(ValidationError):
        delete_member(user=administrator)

    assert User.objects.filter(pk=administrator.pk).exists()
