"""Caches forget when a moderator decided, never because a stranger wrote something."""

import pytest
from django.db import connection
from django.utils import timezone

from guide.editions import current_edition
from guide.feedback.actions import (
    accept_correction,
    publish_comment,
    reject_comment,
    withdraw_message,
)
from guide.models import Comment, Correction
from tests.guide.feedback.sent import comment_on, correct, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions(django_capture_on_commit_callbacks):
    """How many editions a call begins."""

    def count(call) -> int:
        before = current_edition()
        connection.run_on_commit.clear()  # what the test itself made
        with django_capture_on_commit_callbacks(execute=True):
            call()
        return current_edition() - before

    return count


def test_what_strangers_send_makes_no_cache_forget(claim, article, editions):
    assert editions(lambda: correct("claim=a-claim")) == 0
    assert editions(lambda: comment_on(article)) == 0
    comment = Comment.objects.get()
    assert editions(lambda: withdraw_message(message=comment)) == 0


def test_what_moderators_decide_does(claim, article, administrator, editions):
    correct("claim=a-claim")
    comment_on(article)
    correction, comment = Correction.objects.get(), Comment.objects.get()
    for decide in (
        lambda: accept_correction(correction=correction, moderator=administrator),
        lambda: publish_comment(comment=comment, moderator=administrator),
    ):
        assert editions(decide) == 1
    comment.refresh_from_db()
    taken_off = editions(
        lambda: reject_comment(comment=comment, moderator=administrator, reason="No.")
    )
    assert taken_off == 1


def test_what_its_writer_takes_back_is_gone_from_caches_too(article, editions):
    comment = published(article, decided_at=timezone.now())
    assert editions(lambda: withdraw_message(message=comment)) == 1
