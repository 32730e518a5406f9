"""Programs stay out; a reader in a hurry, or late, loses nothing."""

from datetime import timedelta

import pytest
from django.test import Client

from guide.feedback import form_trap, limits
from guide.models import Comment, Correction
from tests.guide.feedback.conftest import key_made
from tests.guide.feedback.sent import comment_on, correct

pytestmark = pytest.mark.django_db
DAY = 24 * 60 * 60


def test_the_bait_looks_taken_and_nothing_is_kept(claim, article):
    for response in (
        correct("claim=a-claim", subject="Cheap pills", email="a@example.org"),
        comment_on(article, subject="Cheap pills"),
    ):
        assert response.status_code == 302
        page = Client().get(response["Location"])
        assert (page.status_code, "Thank you" in page.content.decode()) == (200, True)
    assert not Correction.objects.exists()
    assert not Comment.objects.exists()


def test_the_bait_is_out_of_sight_and_out_of_reach(client, claim):
    html = client.get("/corrections/new/?claim=a-claim").content.decode()
    assert 'aria-hidden="true"><label for="id_subject"' in html
    assert 'tabindex="-1"' in html


def test_a_form_sent_at_once_comes_back_and_then_is_taken(claim, monkeypatch):
    monkeypatch.setattr(form_trap, "SHORTEST", timedelta(seconds=3))
    key = form_trap.new_key()

    response = correct("claim=a-claim", key=key)
    assert "That went very fast" in response.content.decode()
    assert key in response.content.decode()

    monkeypatch.setattr(form_trap, "SHORTEST", timedelta(seconds=-1))
    assert correct("claim=a-claim", key=key).status_code == 302


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", "Part of the form did not arrive"),
        ("forged", "Part of the form did not arrive"),
        ("0123456789abcdef0123456789abcdef:1tZZZZ:AAAA", "did not arrive"),
        ("\x00", "did not arrive"),
        ("é" * 1_000, "did not arrive"),
        (key_made(DAY + 60), "open for more than a day"),
    ],
    ids=["none", "word", "signature", "nul", "long", "old"],
)
def test_a_key_that_is_forged_or_old_is_replaced(claim, key, words):
    response = correct("claim=a-claim", key=key)

    html = response.content.decode()
    assert words in html
    assert "It says dry." in html
    assert not Correction.objects.exists()
    fresh = html.split('name="key" value="')[1].split('"')[0]
    assert correct("claim=a-claim", key=fresh).status_code == 302


def test_a_key_from_a_near_future_or_past_is_read(claim):
    assert correct("claim=a-claim", key=key_made(DAY - 60)).status_code == 302


def test_a_form_sent_twice_makes_one_message(claim):
    key = form_trap.new_key()
    correct("claim=a-claim", key=key)

    response = correct("claim=a-claim", key=key, wrong="Something else.")

    html = response.content.decode()
    assert "was sent already" in html
    assert "Something else." in html
    assert Correction.objects.get().wrong == "It says dry."


@pytest.fixture
def two_an_hour(monkeypatch):
    monkeypatch.setattr(limits.SENDING, "num_requests", 2)
    monkeypatch.setattr(limits.SENDING, "duration", 10**9)  # never a new window


def test_the_limit_counts_one_address_through_all_browsers(claim, article, two_an_hour):
    correct("claim=a-claim", Client())
    comment_on(article, Client())

    response = correct("claim=a-claim", Client(), wrong="A third one.")

    html = response.content.decode()
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "A third one." in html
    assert Correction.objects.count() == 1
    elsewhere = Client(REMOTE_ADDR="203.0.113.7")
    assert correct("claim=a-claim", elsewhere).status_code == 302


def test_made_up_forwarding_headers_are_no_other_address(claim, two_an_hour):
    found = [
        correct(
            "claim=a-claim", Client(headers={"x-forwarded-for": f"198.51.100.{n}"})
        ).status_code
        for n in range(3)
    ]
    assert found == [302, 302, 429]


def test_one_ipv6_network_is_one_sender(claim, two_an_hour):
    found = [
        correct("claim=a-claim", Client(REMOTE_ADDR=f"2001:db8:1:2::{n}")).status_code
        for n in range(3)
    ]
    assert found == [302, 302, 429]


def test_a_form_that_comes_back_costs_nothing(claim, two_an_hour):
    for _ in range(5):
        correct("claim=a-claim", wrong="")
    assert correct("claim=a-claim").status_code == 302


def test_without_its_token_a_form_is_refused(claim):
    client = Client(enforce_csrf_checks=True)
    client.get("/corrections/new/?claim=a-claim")
    assert correct("claim=a-claim", client).status_code == 403


@pytest.mark.parametrize("path", ["/corrections/new/?claim=a-claim"])
def test_a_form_page_is_kept_by_no_cache(client, claim, path):
    response = client.get(path)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
