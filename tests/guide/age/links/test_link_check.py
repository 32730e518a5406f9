"""When a link counts as broken."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from guide.models import LinkCheck

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOURS, DAYS = timedelta(hours=1), timedelta(days=1)


def checked(*results: tuple[str, timedelta]) -> LinkCheck:
    check = LinkCheck(url="https://example.org/")
    for result, after in results:
        check.note(result, "As it was.", START + after)
    check.save()
    in_words = LinkCheck.objects.broken().filter(pk=check.pk).exists()
    assert in_words == check.is_broken
    return check


@pytest.mark.parametrize(
    ("results", "broken"),
    [
        ([("ok", 0 * DAYS)], False),
        ([("failed", 0 * DAYS)], False),
        ([("failed", 0 * DAYS), ("failed", 1 * DAYS)], True),
        ([("failed", 0 * DAYS), ("failed", 1 * HOURS)], False),
        ([("failed", 0 * DAYS), ("ok", 1 * DAYS), ("failed", 2 * DAYS)], False),
        ([("failed", 0 * DAYS), ("no-answer", 1 * DAYS)], False),
        ([("failed", 0 * DAYS), ("no-answer", DAYS), ("failed", 2 * DAYS)], True),
        ([("failed", 0 * DAYS), ("failed", DAYS), ("no-answer", 2 * DAYS)], True),
        ([("failed", 0 * DAYS), ("failed", DAYS), ("ok", 2 * DAYS)], False),
        ([("no-answer", 0 * DAYS), ("no-answer", 13 * DAYS)], False),
        ([("no-answer", 0 * DAYS), ("no-answer", 14 * DAYS)], True),
        ([("turned-away", 0 * DAYS), ("turned-away", 60 * DAYS)], False),
    ],
)
def test_broken_is_what_was_refused_twice_or_silent_for_long(results, broken):
    assert checked(*results).is_broken is broken


def test_a_check_soon_after_another_counts_once_even_if_repeated():
    often = [("failed", hour * HOURS) for hour in range(5)]
    assert checked(*often).failures == 1


def test_an_address_is_kept_once():
    checked(("ok", 0 * DAYS))
    with pytest.raises(IntegrityError), transaction.atomic():
        checked(("ok", 0 * DAYS))
