"""What became of the corrections of one claim, in a single query."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from guide.models import Claim
from guide.models.feedback import WAITING, Correction


@dataclass(frozen=True)
class CorrectionsStanding:
    """`total` counts the public ones, decided or not."""

    total: int
    pending: int
    accepted_at: datetime | None  # the newest that was accepted


def standing_of(claim: Claim) -> CorrectionsStanding:
    found = Correction.objects.in_queue().filter(claim=claim.pk)
    return CorrectionsStanding(
        **found.aggregate(
            total=Count("pk"),
            pending=Count("pk", filter=Q(status=WAITING)),
            accepted_at=Max("decided_at", filter=Q(status=Correction.Status.ACCEPTED)),
        )
    )
