"""How saved results stand under newer rule sets, and when to look at them again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from advisor.models import Notice, Recommendation, User
from advisor.verdicts.wording import counted


@dataclass(frozen=True)
class StandingToday:
    """The newest notice. `waiting` until its owner puts it aside."""

    kind: str
    headline: str
    cause: str
    version: int
    waiting: bool


@dataclass(frozen=True)
class Revisit:
    day: date
    due: bool


@dataclass(frozen=True)
class Waiting:
    """What the list says above everything else; "" when nothing needs a look."""

    text: str


def standings_of(rows: Iterable[Recommendation]) -> dict[UUID, StandingToday]:
    """In one query, whatever the number of rows."""
    found = Notice.objects.filter(recommendation__in=list(rows))
    oldest_first = found.order_by("version__number").values_list(
        "recommendation_id",
        "kind",
        "headline",
        "cause",
        "version__number",
        "dismissed_at",
    )
    return {
        key: StandingToday(kind, headline, cause, version, waiting=dismissed is None)
        for key, kind, headline, cause, version, dismissed in oldest_first
    }


def revisit_of(recommendation: Recommendation) -> Revisit | None:
    day = recommendation.revisit_on
    return Revisit(day, due=day <= timezone.localdate()) if day else None


def waiting_for(member: User) -> Waiting:
    """Notices of changed verdicts nobody put aside yet, and dates that have come."""
    later = Notice.objects.filter(
        recommendation=OuterRef("recommendation"),
        version__number__gt=OuterRef("version__number"),
    )
    changed = (
        Notice.objects.visible_to(member)
        .filter(~Exists(later), dismissed_at=None)
        .exclude(kind__in=[Notice.Kind.HOLDS, Notice.Kind.STRONGER])
        .count()
    )
    mine = Recommendation.objects.visible_to(member)
    due = mine.filter(revisit_on__lte=timezone.localdate()).count()
    sentences = []
    if changed:
        verb = "stands" if changed == 1 else "stand"
        sentences.append(
            f"{counted(changed, 'saved result')} {verb} differently under a newer "
            "rule set."
        )
    if due:
        verb = "is" if due == 1 else "are"
        sentences.append(f"{counted(due, 'saved result')} {verb} due for another look.")
    return Waiting(" ".join(sentences))
