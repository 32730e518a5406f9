"""Doing a thing once for each key, however often and at once it is asked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from advisor.models import KeptAnswer, User

KEPT_FOR = timedelta(hours=24)
FORGOTTEN_AT_ONCE = 100
Answer = dict[str, Any]  # what JSON can hold


class KeyUsedOtherwiseError(Exception):
    """The key stands for something else that was asked before."""


class NothingMadeError(Exception):
    """Raised by what makes, to take everything back; the key stays unused."""


def answer_to(*, owner: User, key: str, asked: str) -> Answer | None:
    """What was answered to this key, None if nothing was.

    Raises KeyUsedOtherwiseError where it was used for something else.
    """
    since = timezone.now() - KEPT_FOR
    kept = KeptAnswer.objects.filter(owner=owner, key=key, made_at__gte=since).first()
    return _same(kept, asked).answer if kept else None


def answer_once(
    *,
    owner: User,
    key: str,
    asked: str,
    make: Callable[[], Answer],
    known: Answer | None = None,
) -> Answer:
    """Call `make` and keep its answer, or return what was kept for this key.

    Both in one transaction: whoever loses the answer finds it by asking again. Two at
    once: the second waits at the unique constraint, and reads what the first kept.

    `known`: what `make` will answer, where that is known before anything is written.
    """
    _forget_expired(owner, key)
    # Looked for before the transaction: where one may write at a time, all others wait
    # for what happens inside.
    before = answer_to(owner=owner, key=key, asked=asked)
    if before is not None:
        return before
    with transaction.atomic():
        new = KeptAnswer(owner=owner, key=key, asked=asked, answer=known or {})
        kept = _claimed(new)
        if kept is new:
            made = make()
            if known is None:
                kept.answer = made
                kept.save(update_fields=["answer"])
    return _same(kept, asked).answer


def forget_made(*, owner_id: int, id: str) -> None:
    """What was erased for good is made anew when its form is sent again."""
    KeptAnswer.objects.filter(owner=owner_id, answer__id=id).delete()


def _claimed(new: KeptAnswer) -> KeptAnswer:
    """`new`, written; or what somebody else has kept for its key meanwhile."""
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return KeptAnswer.objects.get(owner=new.owner, key=new.key)
    return new


def _same(kept: KeptAnswer, asked: str) -> KeptAnswer:
    if kept.asked != asked:
        raise KeyUsedOtherwiseError
    return kept


def _forget_expired(owner: User, key: str) -> None:
    """This one, and some of anybody's: nothing has to be swept by hand."""
    expired = KeptAnswer.objects.filter(made_at__lt=timezone.now() - KEPT_FOR)
    this = expired.filter(owner=owner, key=key).values_list("pk", flat=True)
    some = expired.order_by("made_at").values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE]
    if found := [*this, *some]:
        KeptAnswer.objects.filter(pk__in=found).delete()
