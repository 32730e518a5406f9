"""What is not needed any more goes: addresses, and what was never confirmed."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from guide.feedback.secret_links import CONFIRM_WITHIN
from guide.models.feedback import UNCONFIRMED, Comment, CommentReport, Correction

KEEP_ADDRESS = timedelta(days=30)  # after the decision


@dataclass(frozen=True)
class Forgotten:
    unconfirmed: int
    addresses: int
    senders: int


@transaction.atomic
def forget_readers() -> Forgotten:
    """Delete what nobody confirmed in time; blank addresses 30 days after a decision.

    Safe to repeat. What was forgotten cannot be brought back.
    """
    now = timezone.now()
    unconfirmed = addresses = 0
    for model in (Correction, Comment):
        rows = model._default_manager
        late = rows.filter(status=UNCONFIRMED, created_at__lt=now - CONFIRM_WITHIN)
        unconfirmed += late.count()
        late.delete()
        old = rows.filter(decided_at__lt=now - KEEP_ADDRESS).exclude(email="")
        addresses += old.update(email="")
    reports = CommentReport.objects.exclude(sender="")
    senders = reports.filter(created_at__lt=now - KEEP_ADDRESS).update(sender="")
    return Forgotten(unconfirmed, addresses, senders)
