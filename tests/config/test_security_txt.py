"""/.well-known/security.txt, as RFC 9116 wants it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.config.test_environment import asked

pytestmark = pytest.mark.django_db
ADDRESS = "/.well-known/security.txt"


@pytest.fixture
def fields(client, settings):
    settings.SECURITY_CONTACT = ["mailto:safe@guide.example"]
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_it_names_whom_to_tell_and_where_it_stands(fields):
    assert fields["Contact"] == "mailto:safe@guide.example"
    assert fields["Canonical"] == f"http://testserver{ADDRESS}"
    assert fields["Preferred-Languages"] == "en"


def test_it_is_valid_for_weeks_and_never_for_a_year(fields):
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)

    assert timedelta(days=28) < left <= timedelta(days=30)


def test_its_policy_is_the_repositorys(client, fields):
    policy = client.get(fields["Policy"].removeprefix("http://testserver"))

    assert policy.status_code == 200
    assert "Please report a vulnerability privately" in policy.content.decode()


def test_without_a_contact_there_is_none(client, settings):
    settings.SECURITY_CONTACT = []

    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("safe@guide.example", ["mailto:safe@guide.example"]),
        (
            "https://guide.example/tell, mailto:a@b.example",
            ["https://guide.example/tell", "mailto:a@b.example"],
        ),
        ("", []),
    ],
)
def test_contacts_are_addresses_of_mail_or_pages(given, kept):
    assert asked(
        "settings.SECURITY_CONTACT", SECURITY_CONTACT=given
    ).stdout.strip() == repr(kept)


@pytest.mark.parametrize(
    "given", ["call me", "http://guide.example", "a@b\nContact: x"]
)
def test_anything_else_is_refused_by_name(given):
    done = asked("settings.SECURITY_CONTACT", SECURITY_CONTACT=given)

    assert done.returncode != 0
    assert "SECURITY_CONTACT must hold" in done.stderr
