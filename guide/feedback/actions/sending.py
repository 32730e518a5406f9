"""A message arrives; its writer confirms an address."""

from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from guide.feedback.mails import ask_to_confirm
from guide.feedback.secret_links import Message
from guide.feedback.targets import Target
from guide.models import Framework
from guide.models.feedback import UNCONFIRMED, WAITING, Comment, Correction

M = TypeVar("M", Correction, Comment)


class AlreadySentError(Exception):
    """This form made a message before."""


def send_correction(
    *,
    key: UUID,
    target: Target,
    wrong: str,
    right: str,
    source_url: str,
    writer: str = "",
    email: str = "",
    framework: Framework | None = None,
    criterion: str = "",
) -> Correction:
    """Keep a correction for the moderators, or until its address is confirmed.

    Raises AlreadySentError if `key` was used, OSError if a mail is due and cannot be
    sent; then nothing is kept.
    """
    correction = Correction(
        pk=key,
        claim=target.claim,
        page=target.page,
        framework=framework,
        criterion=criterion,
        wrong=wrong,
        right=right,
        source_url=source_url,
        writer=writer,
        email=email,
    )
    return _sent(correction)


def send_comment(
    *,
    key: UUID,
    page: Page,
    text: str,
    parent: Comment | None = None,
    writer: str = "",
    email: str = "",
) -> Comment:
    """Like `send_correction`. Raises ValidationError for a reply to a reply."""
    if parent is not None and parent.parent_id is not None:
        raise ValidationError("Reply to the first comment of this thread instead.")
    return _sent(
        Comment(pk=key, page=page, parent=parent, text=text, writer=writer, email=email)
    )


def _sent(message: M) -> M:
    message.status = UNCONFIRMED if message.email else WAITING
    try:
        with transaction.atomic():
            message.save(force_insert=True)
    except IntegrityError as error:
        if type(message).objects.filter(pk=message.pk).exists():
            raise AlreadySentError from error
        raise
    if message.email:
        _mailed_or_gone(message)
    return message


def _mailed_or_gone(message: Any) -> None:
    try:
        ask_to_confirm(message)
    except OSError:
        type(message).objects.filter(pk=message.pk).delete()
        raise


@transaction.atomic
def confirm_message(*, message: Message) -> None:
    """Its address is its writer's; from now on moderators see it. Safe to repeat."""
    type(message).objects.filter(pk=message.pk, status=UNCONFIRMED).update(
        status=WAITING, confirmed_at=timezone.now()
    )
