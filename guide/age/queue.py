"""The editors' queue: published claims with a reason to look at them again."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from guide.age.reasons import Reason, Releases, Why, reasons_for
from guide.models import Claim, FrameworkRelease, LinkCheck
from guide.models.claim import ClaimQuerySet


@dataclass(frozen=True)
class Entry:
    """A claim with all its reasons."""

    claim: Claim
    why: tuple[Why, ...]

    @property
    def pk(self) -> int:
        return self.claim.pk

    @property
    def reasons(self) -> frozenset[Reason]:
        return frozenset(why.reason for why in self.why)

    @property
    def reasons_in_words(self) -> str:
        return " ".join(f"{why.reason.label}: {why.text}" for why in self.why)

    @property
    def urgency(self) -> tuple[int, date, str]:
        """Smaller is more urgent."""
        return self.why[0].reason.rank, self.claim.review_by, self.claim.slug


def queue_of(claims: ClaimQuerySet) -> list[Entry]:
    """Those of `claims` that are published and have a reason, most urgent first.

    Five queries, however many claims.
    """
    releases = releases_by_framework()
    broken = LinkCheck.objects.broken_addresses()
    today = timezone.localdate()
    entries = (
        Entry(claim, reasons_for(claim, releases, broken, today))
        for claim in claims.live().with_evidence()
    )
    return sorted((one for one in entries if one.why), key=lambda one: one.urgency)


def releases_by_framework() -> Releases:
    found: dict[int, list[FrameworkRelease]] = defaultdict(list)
    for release in FrameworkRelease.objects.all():
        found[release.framework_id].append(release)
    return found


def count_by_reason(entries: Iterable[Entry]) -> dict[Reason, int]:
    """How many claims each reason puts in the queue; zeros too, in order of urgency."""
    counts = Counter(reason for entry in entries for reason in entry.reasons)
    return {reason: counts[reason] for reason in Reason}
