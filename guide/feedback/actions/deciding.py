"""What moderators decide. Whoever left a confirmed address is told."""

from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from guide.editions import begin_edition_on_commit
from guide.feedback.actions.reporting import settle_reports
from guide.feedback.actions.withdrawing import withdraw_message
from guide.feedback.mails import tell_decision
from guide.feedback.secret_links import Message
from guide.models.feedback import Comment, Correction

M = TypeVar("M", Correction, Comment)


class ChangedMeanwhileError(Exception):
    """It is gone, or no longer in the state in which its moderator saw it."""


def accept_correction(
    *, correction: Correction, moderator: Any, reply: str = ""
) -> Correction:
    """It is right: its words become public, and the fact is to be changed."""
    return _decided(correction, moderator, Correction.Status.ACCEPTED, reply=reply)


def answer_correction(
    *, correction: Correction, moderator: Any, reply: str
) -> Correction:
    """Its words become public, with a reply; nothing is to be changed."""
    return _decided(correction, moderator, Correction.Status.ANSWERED, reply=reply)


def reject_correction(
    *, correction: Correction, moderator: Any, reply: str
) -> Correction:
    """Its words stay hidden; the reason is public."""
    return _decided(correction, moderator, Correction.Status.REJECTED, reply=reply)


def publish_comment(*, comment: Comment, moderator: Any) -> Comment:
    """Show it at the end of its page. Open reports of it count as looked at."""
    published = _decided(comment, moderator, Comment.Status.PUBLISHED, reason="")
    settle_reports(comment=published)
    return published


def reject_comment(*, comment: Comment, moderator: Any, reason: str) -> Comment:
    """Never show it, or take it off its page; `reason` is for its writer alone."""
    rejected = _decided(comment, moderator, Comment.Status.REJECTED, reason=reason)
    settle_reports(comment=rejected)
    return rejected


@transaction.atomic
def discard_message(*, message: Message) -> None:
    """Spam: it goes without a trace and without a mail."""
    withdraw_message(message=_locked(message))


def _decided(message: M, moderator: Any, status: str, **words: str) -> M:
    with transaction.atomic():
        kept = _locked(message)
        is_news = kept.status != status
        kept.status = status
        kept.decided_at = timezone.now()
        kept.decided_by = moderator
        for name, text in words.items():
            setattr(kept, name, text)
        kept.save()
        begin_edition_on_commit()
    if is_news:
        tell_decision(kept)
    return kept


def _locked(message: Any) -> Any:
    """The row as it is, if it still is what the moderator saw."""
    rows = type(message).objects.in_queue().select_for_update(of=("self",))
    kept = rows.filter(pk=message.pk, status=message.status).first()
    if kept is None:
        raise ChangedMeanwhileError
    return kept
