"""Connects the change log to what goes live and what leaves the guide."""

from typing import Any

from django.db.models.signals import post_delete
from wagtail.signals import unpublished

from guide.changes.claims import record_claim, record_withdrawal
from guide.changes.releases import record_releases
from guide.changes.tables import record_table
from guide.models import Claim, ComparisonPage, Framework
from guide.models.recorded import went_live

RECORDERS = {
    Claim: record_claim,
    ComparisonPage: record_table,
    Framework: record_releases,
}


def watch_publications() -> None:
    went_live.connect(on_went_live, dispatch_uid="changes-went-live")
    unpublished.connect(on_unpublished, sender=Claim, dispatch_uid="claim-unpublished")
    post_delete.connect(on_deleted, sender=Claim, dispatch_uid="claim-deleted")


def on_went_live(sender: Any, instance: Any, before: Any, why: str, **_: Any) -> None:
    RECORDERS[sender](before, instance, why)


def on_unpublished(instance: Claim, **_kwargs: Any) -> None:
    record_withdrawal(instance)


def on_deleted(instance: Claim, **_kwargs: Any) -> None:
    """A draft that readers never saw leaves nothing."""
    if instance.live and instance.first_published_at is not None:
        record_withdrawal(instance)
