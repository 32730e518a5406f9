"""A claim was looked at again today and still holds: the one way to say so in bulk."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.permissions import policy_registry

from guide.age.reasons import Broken, Releases, broken_sources, newer_releases
from guide.age.versions import with_newest_patches
from guide.models import Claim

HALF_A_YEAR = timedelta(days=182)


class Outcome(StrEnum):
    PUBLISHED = "published"
    FOR_APPROVAL = "sent for approval"
    LEFT = "left as it was"


@dataclass(frozen=True)
class Rechecked:
    claim: Claim
    outcome: Outcome
    why: str = ""  # it was left as it was


@dataclass(frozen=True)
class Dates:
    """What a claim says once it was re-checked."""

    checked_on: date
    review_by: date
    versions: str


def next_dates(claim: Claim, releases: Releases, today: date) -> Dates:
    """The same span to the next review as before, or half a year if it had none.

    Newer patches of the series it was checked against become its versions. A new
    series does not: whether the claim holds for it is for a person to write down.
    """
    span = claim.review_by - claim.checked_on or HALF_A_YEAR
    versions = with_newest_patches(claim.versions, newer_releases(claim, releases))
    return Dates(today, today + span, versions)


def obstacle(claim: Claim, user, broken: Broken) -> str:
    """Why looking at it again is not enough, in a sentence; "" if it is."""
    if not claim.live:
        return "It is not published."
    if claim.status == Claim.Status.DISPUTED:
        return "It is disputed: settle that in its own form."
    if broken_sources(claim, broken):
        return "A source of it does not answer: replace the link in its own form."
    if claim.has_unpublished_changes:
        return "A draft of it waits: publish or discard that first."
    lock = claim.get_lock()
    if lock and lock.for_user(user):
        return "It is locked."
    return ""


@transaction.atomic
def recheck_claim(
    *, claim: Claim, user, releases: Releases, broken: Broken
) -> Rechecked:
    """Move the dates of `claim` and of its sources to today.

    Published by those who may publish claims; others send it for approval. Left as it
    was where there is an obstacle, or where the claim breaks a rule of its model.
    Raises PermissionDenied for a user who may not change claims.
    """
    if not may(user, "change", claim):
        raise PermissionDenied
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    problem = obstacle(claim, user, broken)
    if problem:
        return Rechecked(claim, Outcome.LEFT, problem)
    _move_dates(claim, next_dates(claim, releases, timezone.localdate()))
    try:
        claim.full_clean()
    except ValidationError as error:
        return Rechecked(claim, Outcome.LEFT, " ".join(error.messages))
    return Rechecked(claim, _write(claim, user))


def _move_dates(claim: Claim, dates: Dates) -> None:
    claim.change_reason = "Its sources were read again, and it still holds."
    claim.checked_on = dates.checked_on
    claim.review_by = dates.review_by
    claim.versions = dates.versions
    sources = list(claim.sources.all())
    for source in sources:
        source.retrieved_on = dates.checked_on
    claim.sources = sources


def _write(claim: Claim, user) -> Outcome:
    revision = claim.save_revision(user=user, log_action=True)
    if may(user, "publish", claim):
        revision.publish(user=user)
        return Outcome.PUBLISHED
    workflow = claim.get_workflow()
    if workflow:
        workflow.start(claim, user)
    return Outcome.FOR_APPROVAL


def may(user, verb: str, claim: Claim) -> bool:
    """Whether the claim's own permissions let the user do that."""
    policy = policy_registry.get_by_type(Claim)
    return policy.user_has_permission_for_instance(user, verb, claim)
