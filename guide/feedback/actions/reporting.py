"""Readers report comments; moderators look, and leave or take them away."""

from django.db import transaction
from django.utils import timezone

from guide.models.feedback import Comment, CommentReport


@transaction.atomic
def report_comment(*, comment: Comment, reason: str, sender: str) -> CommentReport:
    """Put a published comment into the moderators' queue. It stays where it is.

    A second report by the same sender changes nothing.
    """
    report, _ = CommentReport.objects.get_or_create(
        comment=comment, sender=sender, defaults={"reason": reason}
    )
    return report


@transaction.atomic
def settle_reports(*, comment: Comment) -> int:
    """Mark its open reports as looked at; returns how many there were."""
    return comment.reports.filter(settled_at=None).update(settled_at=timezone.now())
