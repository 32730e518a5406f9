"""Bringing the shipped rule set into the database, without ever losing an edit."""

from enum import StrEnum

from django.db import transaction

from advisor.editing.actions import publish_rule_set
from advisor.engine import digest_of
from advisor.models import RuleSet
from advisor.rule_sets.fields import fields_of
from advisor.seeding.shipped_content import Row, shipped_document

NOTE = "The rule set that comes with the site."


class Outcome(StrEnum):
    """What seeding did, as the sentence the command prints."""

    PUBLISHED = "Published the shipped rule set as version 1."
    UNCHANGED = "The rule set is there already and equals the shipped one."
    EDITED = (
        "The rule set was edited here, so the shipped one, which differs, was left out."
    )
    DRAFTED = (
        "The shipped rule set has changed and nobody edited the one here: "
        "it is saved as a draft. Look at it in the admin and publish it there."
    )


@transaction.atomic
def seed_rule_set(document: Row | None = None) -> Outcome:
    """Create and publish the rule set where there is none; never overwrite one.

    A shipped rule set that changed since becomes a draft, and only where no person
    has saved a revision. Raises UnknownClaimsError before the claims are seeded.
    """
    shipped = document or shipped_document()
    rule_set = RuleSet.objects.select_for_update().first()
    if rule_set is None:
        return _create(shipped)
    newest = rule_set.get_latest_revision_as_object()
    if digest_of(newest.document()) == digest_of(shipped):
        return Outcome.UNCHANGED
    if rule_set.revisions.filter(user__isnull=False).exists():
        return Outcome.EDITED
    return _save_draft(newest, shipped)


def _create(shipped: Row) -> Outcome:
    rule_set = RuleSet(**fields_of(shipped), note=NOTE, live=False)
    rule_set.full_clean()
    rule_set.save()
    rule_set.save_revision()
    publish_rule_set(rule_set=rule_set)
    return Outcome.PUBLISHED


def _save_draft(rule_set: RuleSet, shipped: Row) -> Outcome:
    for name, value in fields_of(shipped).items():
        setattr(rule_set, name, value)
    rule_set.full_clean()
    rule_set.save_revision()
    return Outcome.DRAFTED
