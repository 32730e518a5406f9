"""Why a claim should be looked at again: read off its data, stored nowhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from guide.age.versions import Newer, newer_than_checked
from guide.models import Claim, FrameworkRelease, LinkCheck
from guide.models.link_check import address_of

SOON = timedelta(days=30)

Releases = Mapping[int, Sequence[FrameworkRelease]]  # by the framework's key
Broken = Mapping[str, LinkCheck]  # by address


class Reason(TextChoices):
    """The most urgent first."""

    OVERDUE = "overdue", "Overdue"
    DISPUTED = "disputed", "Disputed"
    BROKEN_LINK = "broken-link", "Broken link"
    NEW_SERIES = "new-series", "New series out"
    NEW_PATCH = "new-patch", "Newer patch out"
    DUE_SOON = "due-soon", "Due soon"

    @property
    def rank(self) -> int:
        return list(Reason).index(self)


@dataclass(frozen=True)
class Why:
    """One reason, and in a sentence what it rests on."""

    reason: Reason
    text: str


def reasons_for(
    claim: Claim, releases: Releases, broken: Broken, today: date
) -> tuple[Why, ...]:
    """Every reason there is on that day, the most urgent first."""
    found = [
        *_by_date(claim, today),
        *_by_dispute(claim),
        *_by_links(claim, broken),
        *_by_release(newer_releases(claim, releases)),
    ]
    return tuple(sorted(found, key=lambda why: why.reason.rank))


def newer_releases(claim: Claim, releases: Releases) -> list[Newer]:
    """Of all frameworks of the claim: what it was not checked against."""
    return [
        newer
        for framework in claim.frameworks.all()
        for newer in newer_than_checked(
            framework.name,
            claim.versions,
            claim.checked_on,
            releases.get(framework.pk, ()),
        )
    ]


def broken_sources(claim: Claim, broken: Broken) -> list[LinkCheck]:
    addresses = (address_of(source.url) for source in claim.sources.all())
    return [broken[address] for address in addresses if address in broken]


def _by_date(claim: Claim, today: date) -> Iterator[Why]:
    left = (claim.review_by - today).days
    if left < 0:
        yield Why(Reason.OVERDUE, f"{days(-left)} past its review date.")
    elif claim.review_by <= today + SOON:
        yield Why(Reason.DUE_SOON, f"Due in {days(left)}." if left else "Due today.")


def _by_dispute(claim: Claim) -> Iterator[Why]:
    if claim.status == Claim.Status.DISPUTED:
        yield Why(Reason.DISPUTED, "It stands as disputed.")


def _by_links(claim: Claim, broken: Broken) -> Iterator[Why]:
    for check in broken_sources(claim, broken):
        yield Why(Reason.BROKEN_LINK, f"{check.url}: {check.detail}")


def _by_release(newer: Iterable[Newer]) -> Iterator[Why]:
    for one in newer:
        reason = Reason.NEW_SERIES if one.is_series else Reason.NEW_PATCH
        out = f"{one.framework} {one.released} is out"
        yield Why(reason, f"{out}; it was checked against {one.stated.text}.")


def days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
