"""What we know of readers is forgotten in time."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from guide.feedback.actions import report_comment
from guide.models import Comment, CommentReport, Correction
from tests.guide.feedback.sent import make_comment, make_correction, published

pytestmark = pytest.mark.django_db


def ago(days: float):
    return timezone.now() - timedelta(days=days)


def forget() -> str:
    out = io.StringIO()
    call_command("forget_readers", stdout=out)
    return out.getvalue()


def decided(claim, days: float) -> Correction:
    return make_correction(
        claim,
        status="answered",
        reply="So.",
        email="ada@example.org",
        decided_at=ago(days),
    )


def test_what_nobody_confirmed_is_deleted_after_three_days(claim, article):
    address = {"status": "unconfirmed", "email": "ada@example.org"}
    make_correction(claim, created_at=ago(3.1), **address)
    make_comment(article, created_at=ago(3.1), **address)
    kept = make_correction(claim, created_at=ago(2.9), **address)

    assert "Deleted 2 unconfirmed messages" in forget()

    assert list(Correction.objects.all()) == [kept]
    assert not Comment.objects.exists()


def test_an_address_is_forgotten_thirty_days_after_the_decision(claim):
    old, young = decided(claim, 30.1), decided(claim, 29.9)

    assert "forgot 1 e-mail addresses" in forget()

    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.email, young.email) == ("", "ada@example.org")
    assert old.shows_words


def test_an_undecided_message_keeps_its_address(claim):
    waiting = make_correction(claim, email="ada@example.org", created_at=ago(90))
    forget()
    waiting.refresh_from_db()
    assert waiting.email == "ada@example.org"


def test_who_reported_is_forgotten_and_the_report_stays(article):
    comment = published(article)
    for sender in ("a", "b"):
        report_comment(comment=comment, reason="Rude.", sender=sender)
    CommentReport.objects.update(created_at=ago(31))

    assert "and 2 senders" in forget()

    assert list(CommentReport.objects.values_list("sender", flat=True)) == ["", ""]


def test_a_second_run_finds_nothing(claim):
    decided(claim, 31)
    forget()
    assert "Deleted 0 unconfirmed messages; forgot 0" in forget()
