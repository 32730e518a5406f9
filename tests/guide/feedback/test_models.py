"""What must always hold, said by the database."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from guide.models import CommentReport, Correction
from tests.guide.feedback.sent import WORDS, make_comment, make_correction, published

pytestmark = pytest.mark.django_db


def test_a_correction_is_about_one_thing(claim, table):
    with pytest.raises(IntegrityError):
        Correction.objects.create(claim=claim, page=table, **WORDS)


def test_a_correction_is_about_something(db):
    with pytest.raises(IntegrityError):
        Correction.objects.create(**WORDS)


@pytest.mark.parametrize("status", ["accepted", "answered", "rejected"])
def test_a_decision_has_a_day(claim, status):
    with pytest.raises(IntegrityError):
        make_correction(claim, status=status, reply="So.")


def test_what_waits_has_no_day_of_decision(claim):
    with pytest.raises(IntegrityError):
        make_correction(claim, decided_at=timezone.now())


@pytest.mark.parametrize("status", ["answered", "rejected"])
def test_an_answer_has_words(claim, status):
    with pytest.raises(IntegrityError):
        make_correction(claim, status=status, decided_at=timezone.now())


def test_a_withdrawn_comment_is_empty(article):
    with pytest.raises(IntegrityError):
        make_comment(article, status="withdrawn")


def test_a_sender_reports_a_comment_once(article):
    comment = published(article)
    CommentReport.objects.create(comment=comment, reason="a", sender="x")
    with pytest.raises(IntegrityError):
        CommentReport.objects.create(comment=comment, reason="b", sender="x")


def test_an_editor_is_not_told_that_messages_refer_to_a_page(claim):
    from wagtail.models import ReferenceIndex

    make_correction(claim)
    assert not ReferenceIndex.get_references_to(claim).exists()
