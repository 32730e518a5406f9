"""A failing probe turns the claims it stands for disputed; nothing turns them back."""

import json
from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.db.utils import DatabaseError
from wagtail.log_actions import log

from guide.models import Claim
from guide.probes.records import ProbeRecord

LOG_ACTION = "guide.dispute_by_probe"


def claims_are_there() -> bool:
    """Whether the database holds a ledger that a probe could speak about."""
    try:
        if Claim._meta.db_table not in connection.introspection.table_names():
            return False
        Claim.objects.values_list("probe").first()
    except DatabaseError:
        return False
    return True


def dispute_claims(
    records: Iterable[ProbeRecord], report: Callable[[str], None]
) -> list[str]:
    """Dispute the published claims of failed records; the slugs of those written.

    Safe to run again: a claim that already says it is disputed by its probe stays as
    it is. Editors alone end a dispute.
    """
    written = []
    for record in records:
        if record.outcome != "failed":
            continue
        for claim in Claim.objects.live().filter(probe=record.probe):
            if dispute(claim=claim, record=record):
                written.append(claim.slug)
                report(f"Disputed: claim {claim.slug}, by probe {record.probe}.")
    return written


@transaction.atomic
def dispute(*, claim: Claim, record: ProbeRecord) -> bool:
    """Publish `claim` as disputed with what was observed; False if it already is.

    An unpublished draft of an editor stays the newest draft, unchanged.
    """
    opening = f"The probe {record.probe} contradicts this:"
    if claim.status == Claim.Status.DISPUTED and opening in claim.finding:
        return False
    draft = claim.latest_revision if claim.has_unpublished_changes else None
    before = f" Found before: {claim.finding}" if claim.finding else ""
    claim.status = Claim.Status.DISPUTED
    claim.finding = f"{opening} {contradiction(record)}{before}"
    claim.change_reason = f"Its probe {record.probe} observed something else."
    revision = claim.save_revision()
    revision.publish()
    seen = {"probe": record.probe, "expected": record.expected}
    log(claim, LOG_ACTION, data=seen | {"observed": record.observed})
    if draft is not None:
        draft.as_object().save_revision()
    return True


def contradiction(record: ProbeRecord) -> str:
    """Where the observation differs from the expectation, in one sentence."""
    expected, observed = record.expected, record.observed
    if isinstance(expected, dict) and isinstance(observed, dict):
        keys = [key for key in {**expected, **observed}
                if expected.get(key) != observed.get(key)]  # fmt: skip
        expected = {key: expected.get(key) for key in keys}
        observed = {key: observed.get(key) for key in keys}
    return (
        f"it expected {as_text(expected)} and observed {as_text(observed)} "
        f"with {record.versions}."
    )


def as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
