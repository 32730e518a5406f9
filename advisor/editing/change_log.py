"""A published rule-set version in the guide's public change log."""

from typing import Any

from django.dispatch import receiver
from django.urls import reverse

from advisor.models import RuleSetVersion
from advisor.models.signals import version_published
from advisor.rule_sets.version_changes import version_changes
from guide.changes import FieldChange, record_change

MOST = 60  # differences told one by one


@receiver(version_published)
def tell_readers(version: RuleSetVersion, **kwargs: Any) -> None:
    """Within the transaction that publishes: both happen or neither."""
    earlier = RuleSetVersion.objects.filter(number=version.number - 1).first()
    record_change(
        kind="rule-set-published",
        title=f"Rule set, version {version.number}",
        what=differences(earlier, version)
        if earlier
        else "The first version was published.",
        why=version.note,
        url=reverse("advisor:method"),
    )


def differences(before: RuleSetVersion, after: RuleSetVersion) -> list[FieldChange]:
    """At most MOST, then how many more there are."""
    groups = version_changes(before.document, after.document)
    lines = [line for group in groups for line in group.lines]
    told = [FieldChange(line.place, line.before, line.after) for line in lines[:MOST]]
    if len(lines) > MOST:
        told.append(FieldChange("", "", f"And {len(lines) - MOST} more."))
    return told
