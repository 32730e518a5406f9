"""A message goes, words, name and address: its writer wants that, or it is spam."""

from django.db import transaction

from guide.editions import begin_edition_on_commit
from guide.feedback.secret_links import Message
from guide.models.feedback import Comment


@transaction.atomic
def withdraw_message(*, message: Message) -> None:
    """Delete it. A comment that others replied to leaves an empty place."""
    if message.decided_at is not None:
        begin_edition_on_commit()
    if isinstance(message, Comment) and message.replies.exists():
        message.status = Comment.Status.WITHDRAWN
        message.text = message.writer = message.email = message.reason = ""
        message.save()
        message.reports.all().delete()
        return
    message.delete()
