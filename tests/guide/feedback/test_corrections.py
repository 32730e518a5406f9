"""A reader without an account suggests a correction."""

import pytest
from django.core import mail
from wagtail.models import PageViewRestriction

from guide.models import Correction
from tests.guide.factories import make_claim
from tests.guide.feedback.sent import correct, make_correction

pytestmark = pytest.mark.django_db


def test_without_an_address_it_goes_straight_to_the_moderators(claim):
    response = correct("claim=a-claim", writer="Ada")

    assert response.status_code == 302
    correction = Correction.objects.get()
    assert (correction.status, correction.claim, correction.writer) == (
        "waiting",
        claim,
        "Ada",
    )
    assert mail.outbox == []


def test_the_claims_page_leads_to_the_form(client, claim):
    html = client.get(claim.get_absolute_url()).content.decode()

    assert 'href="/corrections/new/?claim=a-claim"' in html
    assert (
        "Water is dry."
        in client.get("/corrections/new/?claim=a-claim").content.decode()
    )


def test_a_cell_is_named_by_framework_and_criterion(client, table):
    address = "table=a-table&framework=quart-like&criterion=speed"
    html = client.get(f"/corrections/new/?{address}").content.decode()
    assert '<option value="speed" selected>' in html

    correct(address, framework="quart-like", criterion="speed")

    correction = Correction.objects.get()
    assert (correction.page_id, correction.cell) == (table.pk, "Quart-like, Speed")


def test_a_table_leads_to_the_form_once(client, table):
    html = client.get(table.url).content.decode()
    assert html.count("/corrections/new/?table=a-table") == 1


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("wrong", "", "Say which words or numbers are wrong."),
        ("right", " ", "Say what should stand there instead."),
        ("right", "x" * 2_001, "at most 2000 characters"),
        ("source_url", "", "Give the address of a page"),
        ("source_url", "javascript:alert(1)", "Give a whole address"),
        ("source_url", "ftp://example.org/", "beginning with https"),
        ("source_url", "data:text/html,x", "Give a whole address"),
        ("source_url", "https://bank.example@evil.example/", "beginning with https"),
        ("source_url", "https://example.org/" + "x" * 500, "at most 500 characters"),
        ("email", "no address", "Enter a valid email address."),
        ("email", "a@example.org\r\nBcc: b@example.org", "Enter a valid email"),
        ("writer", "x" * 81, "at most 80 characters"),
        ("criterion", "no-such-row", "Select a valid choice"),
    ],
)
def test_what_cannot_be_taken_comes_back_with_what_was_typed(
    table, field, typed, words
):
    response = correct("table=a-table", **{"writer": "Ada", field: typed})

    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    assert "It says dry." in html or field == "wrong"
    assert "https://example.org/water" in html or field == "source_url"
    assert not Correction.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    "address",
    ["", "claim=no-such", "table=no-such", "claim=a%00b", "table=%00", "claim="],
)
def test_a_form_about_nothing_does_not_exist(client, db, address):
    assert client.get(f"/corrections/new/?{address}").status_code == 404


def test_a_form_about_what_nobody_may_read_does_not_exist(client, table):
    make_claim("a-draft", live=False)
    PageViewRestriction.objects.create(page=table, restriction_type="login")

    for address in ("claim=a-draft", "table=a-table"):
        assert client.get(f"/corrections/new/?{address}").status_code == 404


def test_until_it_is_decided_only_that_it_waits_is_public(client, claim):
    correction = make_correction(claim, writer="Ada", email="ada@example.org")

    pages = ["/corrections/", f"/corrections/{correction.pk}/", "/claims/a-claim/"]
    for path in pages:
        html = client.get(path).content.decode()
        assert "Water is dry." in html
        for secret in ("It is wet", "It says dry", "example.org/water", "Ada"):
            assert secret not in html
    assert "1 pending" in html


def test_nobody_sees_one_whose_address_is_not_confirmed(client, claim):
    correction = make_correction(claim, status="unconfirmed", email="a@example.org")

    assert client.get(f"/corrections/{correction.pk}/").status_code == 404
    assert "Water is dry." not in client.get("/corrections/").content.decode()
    assert "pending" not in client.get("/claims/a-claim/").content.decode()


def test_one_about_a_claim_that_was_taken_away_is_not_shown(client, claim):
    correction = make_correction(claim)
    claim.live = False
    claim.save()

    assert client.get(f"/corrections/{correction.pk}/").status_code == 404
    assert "Water is dry." not in client.get("/corrections/").content.decode()


def test_the_list_can_be_had_for_one_claim(client, claim):
    make_correction(claim)
    make_correction(make_claim("another", statement="Fire is cold."))

    html = client.get("/corrections/?claim=a-claim").content.decode()

    assert "Water is dry." in html
    assert "Fire is cold." not in html
    for odd in ("no-such", "a%00b"):
        assert client.get(f"/corrections/?claim={odd}").status_code == 404


def test_the_pages_cost_the_same_for_more_corrections(
    client, claim, django_assert_max_num_queries
):
    for _ in range(20):
        make_correction(claim)
    with django_assert_max_num_queries(5):
        client.get("/corrections/")
    client.get("/claims/a-claim/")
    with django_assert_max_num_queries(10):
        client.get("/claims/a-claim/")
