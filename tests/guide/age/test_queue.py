"""Which claims are in the queue, why, and in which order."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from guide.age.queue import count_by_reason, queue_of
from guide.age.reasons import Reason
from guide.models import Claim, Framework, LinkCheck
from tests.guide.factories import make_claim, make_framework

pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def today(on_day):
    on_day(DAY)


def queued(*claims: Claim):
    return queue_of(Claim.objects.filter(pk__in=[claim.pk for claim in claims]))


def reasons(claim: Claim) -> list[Reason]:
    return [why.reason for entry in queued(claim) for why in entry.why]


def broken(url: str) -> LinkCheck:
    return LinkCheck.objects.create(
        url=url,
        result="failed",
        detail="It answered 404.",
        checked_at=timezone.now(),
        failures=2,
        failing_since=timezone.now(),
    )


def test_a_current_claim_is_not_in_the_queue():
    assert queued(make_claim()) == []


def test_a_draft_is_not_in_the_queue():
    assert queued(make_claim(live=False, status="disputed")) == []


@pytest.mark.parametrize(
    ("left", "reason", "words"),
    [
        (-3, Reason.OVERDUE, "3 days past its review date."),
        (-1, Reason.OVERDUE, "1 day past its review date."),
        (0, Reason.DUE_SOON, "Due today."),
        (1, Reason.DUE_SOON, "Due in 1 day."),
        (30, Reason.DUE_SOON, "Due in 30 days."),
    ],
)
def test_its_review_date_puts_it_there(left, reason, words):
    claim = make_claim(review_by=DAY + timedelta(days=left))
    [entry] = queued(claim)
    assert [(why.reason, why.text) for why in entry.why] == [(reason, words)]


def test_more_than_thirty_days_ahead_is_not_soon():
    assert reasons(make_claim(review_by=DAY + timedelta(days=31))) == []


def test_a_dispute_puts_it_there():
    assert reasons(make_claim(status="disputed")) == [Reason.DISPUTED]


def test_a_broken_source_puts_it_there_whatever_place_it_points_to():
    claim = make_claim()
    claim.sources.update(url="https://example.org/gone#part")
    broken("https://example.org/gone")
    [entry] = queued(claim)
    assert entry.why[0].reason == Reason.BROKEN_LINK
    assert entry.why[0].text == "https://example.org/gone: It answered 404."


@pytest.mark.parametrize(
    ("version", "latest", "released_on", "reason", "words"),
    [
        (
            "3.1",
            "3.1.4",
            date(2024, 11, 13),
            Reason.NEW_PATCH,
            "Kettle 3.1.4 is out; it was checked against 3.1.3.",
        ),
        (
            "3.2",
            "3.2.0",
            date(2027, 1, 9),
            Reason.NEW_SERIES,
            "Kettle 3.2 is out; it was checked against 3.1.3.",
        ),
    ],
)
def test_a_new_release_puts_it_there_patch_and_series_apart(
    release, version, latest, released_on, reason, words
):
    kettle = make_framework(name="Kettle")
    release(kettle, version=version, latest=latest, released_on=released_on)
    claim = make_claim(versions="Kettle 3.1.3", frameworks=[kettle])
    [entry] = queued(claim)
    assert [(why.reason, why.text) for why in entry.why] == [(reason, words)]


def test_a_claim_about_another_framework_does_not_mind(release):
    kettle = make_framework(name="Kettle")
    release(kettle, version="3.1", latest="3.1.4")
    assert reasons(make_claim(versions="Kettle 3.1.3", frameworks=[])) == []


def test_the_most_urgent_comes_first_and_the_longest_overdue_before_all():
    soon = make_claim(review_by=DAY)
    disputed = make_claim(status="disputed")
    late = make_claim(review_by=DAY - timedelta(days=2))
    later = make_claim(review_by=DAY - timedelta(days=9), status="disputed")
    entries = queued(soon, disputed, late, later)
    assert [entry.claim for entry in entries] == [later, late, disputed, soon]


def test_a_claim_is_counted_once_for_each_of_its_reasons():
    late = make_claim(review_by=DAY - timedelta(days=9), status="disputed")
    soon = make_claim(review_by=DAY)
    counts = count_by_reason(queued(late, soon))
    assert {reason: count for reason, count in counts.items() if count} == {
        Reason.OVERDUE: 1,
        Reason.DISPUTED: 1,
        Reason.DUE_SOON: 1,
    }


def test_a_longer_queue_costs_no_more(django_assert_num_queries):
    framework = Framework.objects.first()
    for _ in range(2):
        make_claim(status="disputed", frameworks=[framework])
    with django_assert_num_queries(5):
        queue_of(Claim.objects.filter(slug__startswith="claim-"))
    for _ in range(8):
        make_claim(status="disputed", sources=3, frameworks=[framework])
    with django_assert_num_queries(5):
        queue_of(Claim.objects.filter(slug__startswith="claim-"))


def test_no_shipped_claim_is_behind_the_shipped_releases(on_day):
    on_day(date(2026, 11, 22))
    behind = [
        entry.reasons_in_words
        for entry in queue_of(Claim.objects.all())
        if entry.reasons & {Reason.NEW_PATCH, Reason.NEW_SERIES}
    ]
    assert behind == []
