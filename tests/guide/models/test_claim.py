from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from guide.models import Claim
from tests.guide.factories import make_article, make_claim, section, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_day(monkeypatch):
    """Sets the calendar to a day."""

    def set_day(day: date) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    return set_day


@pytest.mark.parametrize(
    ("status", "mark", "label"),
    [
        ("supported", "checked", "Checked"),
        ("partly", "partly", "Partly true"),
        ("disputed", "disputed", "Disputed"),
        ("outdated", "outdated", "Outdated"),
        ("wrong", "wrong", "Wrong"),
        ("opinion", "opinion", "Opinion"),
    ],
)
def test_the_mark_follows_the_status(status, mark, label):
    claim = make_claim(status=status, finding="What is true.")
    assert (claim.mark, claim.mark_label) == (mark, label)


@pytest.mark.parametrize("status", Claim.Status.values)
def test_the_day_after_its_review_date_every_claim_needs_a_recheck(status, on_day):
    claim = make_claim(status=status, finding="True.", review_by=date(2027, 5, 22))
    on_day(date(2027, 5, 22))
    assert claim.mark != "needs-re-check"
    on_day(date(2027, 5, 23))
    assert claim.mark == "needs-re-check"
    assert claim.mark_label == "Needs re-check"


def test_a_page_shows_a_stale_claim_without_anybody_touching_it(client, on_day):
    claim = make_claim(review_by=date(2027, 5, 22))
    page = make_article(sections=[section("One", text("<p>So it is.</p>", [claim]))])
    on_day(date(2027, 5, 22))
    assert "Needs re-check" not in client.get(page.url).content.decode()
    on_day(date(2027, 5, 23))
    assert "Needs re-check" in client.get(page.url).content.decode()


def test_claims_that_need_a_recheck_are_told_from_current_ones(on_day):
    make_claim("old", review_by=date(2027, 5, 22))
    make_claim("young", review_by=date(2027, 5, 23))
    on_day(date(2027, 5, 23))
    ours = Claim.objects.filter(slug__in=["old", "young"])
    assert [claim.slug for claim in ours.needing_recheck()] == ["old"]
    assert [claim.slug for claim in ours.current()] == ["young"]


def test_a_claim_that_is_not_simply_supported_says_what_was_found():
    claim = make_claim()
    claim.status = "wrong"
    with pytest.raises(ValidationError) as refused:
        claim.full_clean()
    assert "finding" in refused.value.message_dict


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "wrong", "finding": ""},
        {"checked_on": date(2027, 1, 2), "review_by": date(2027, 1, 1)},
    ],
)
def test_the_database_refuses_what_must_never_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_claim(**fields)


def test_two_claims_cannot_share_a_slug():
    make_claim("same")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_claim("same")


def test_rows_of_the_fact_check_are_numbers_in_order():
    assert make_claim(fact_check="11,2").fact_check_rows == (2, 11)
    assert make_claim(fact_check="").fact_check_rows == ()


def test_a_ledger_of_many_claims_costs_two_queries(django_assert_num_queries):
    keys = [make_claim(sources=2).pk for _ in range(5)]
    with django_assert_num_queries(2):
        ledger = Claim.objects.ledger(keys)
        found = sum(len(ledger[key].sources.all()) for key in keys)
    assert found == 10


def test_a_draft_is_not_in_the_ledger():
    claim = make_claim(live=False)
    assert Claim.objects.ledger([claim.pk]) == {}


def test_an_edited_claim_keeps_its_earlier_revisions():
    claim = make_claim(statement="Before.")
    claim.save_revision().publish()
    claim.statement = "After."
    claim.save_revision().publish()
    first = claim.revisions.order_by("created_at").first()
    assert first.as_object().statement == "Before."
    assert Claim.objects.get(pk=claim.pk).statement == "After."
