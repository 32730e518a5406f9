"""One polite run over all shipped records."""

from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.db import transaction

from guide.changes import record_change, recording_paused
from guide.changes.lab_runs import tell_of_lab_runs
from guide.content_files import Content, Record
from guide.disputes.claims import dispute_claims
from guide.models import Change, Claim, Framework, HomePage
from guide.probes.records import all_records
from guide.seeding.fields import fill_claim, fill_framework
from guide.seeding.indexing import indexed_once
from guide.seeding.ledger import Ledger, Outcome, WithdrawnError, seed_key
from guide.seeding.pages import seed_pages


@transaction.atomic
def seed(content: Content, report: Callable[[str], None]) -> Counter[Outcome]:
    """Bring the site up to the shipped content; how many records went how.

    Creates what is missing, updates what nobody edited since it was seeded, keeps
    what editors edited and does not bring back what they removed. `report` gets one
    line for everything written or left aside. Raises ContentError, and writes
    nothing at all, if any record is wrong.
    """
    is_new = not HomePage.objects.exists()
    with recording_paused() if is_new else nullcontext():
        tally = _seed(content, report)
    if is_new:
        record_opening(content)
    tell_of_lab_runs()
    return tally


def _seed(content: Content, report: Callable[[str], None]) -> Counter[Outcome]:
    ledger = Ledger(report)
    with indexed_once():
        for record in content.frameworks:
            _seed_snippet(ledger, Framework, record, fill_framework)
        for record in content.claims:
            _seed_snippet(ledger, Claim, record, fill_claim)
        seed_pages(ledger, content)
    dispute_claims(all_records().values(), report)
    return ledger.tally


def record_opening(content: Content) -> None:
    """One entry in the change log for a new site, instead of one for each claim."""
    record_change(
        kind=Change.Kind.GUIDE_PUBLISHED,
        title="The guide was published",
        what=f"It began with {len(content.claims)} claims and "
        f"{len(content.comparisons)} comparison tables.",
        why="",
        url="/",
    )


def _seed_snippet(
    ledger: Ledger, model: Any, record: Record, fill: Callable[..., None]
) -> None:
    key = seed_key(model.__name__, record.slug)
    if ledger.is_current(key, record):
        return ledger.note(Outcome.UNCHANGED, key)
    found = model.objects.filter(slug=record.slug).first()
    verdict = ledger.editors_say(key, found)
    if verdict:
        return ledger.note(verdict, key)
    made = found or model()
    try:
        fill(made, record, ledger.key_of)
    except WithdrawnError as error:
        return ledger.note(Outcome.KEPT, key, str(error))
    made.save()
    return ledger.publish(key, record, made)
