"""Every write to a member's own rule sets. Atomic, keywords only."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from advisor.conflicts import ChangedMeanwhileError
from advisor.models import OwnRuleSet, RuleSetVersion, User
from advisor.models.own_rule_set import NAME_LENGTH
from advisor.once.actions import forget_made
from advisor.own_rule_sets.reading import checked
from guide.plain_text import one_line

MOST_DRAFTS = 20
Document = dict[str, Any]


@transaction.atomic
def keep_own_rule_set(
    *,
    owner: User,
    name: str,
    document: Mapping[str, Any],
    based_on: RuleSetVersion | None = None,
) -> OwnRuleSet:
    """Keep a private copy of `document`.

    Raises RuleSetError for the document, ValidationError for the name or where the
    member has as many drafts as one may have.
    """
    # The member's row is locked, so that two at once cannot pass the limit.
    User.objects.select_for_update().get(pk=owner.pk)
    if OwnRuleSet.objects.filter(owner=owner).count() >= MOST_DRAFTS:
        raise ValidationError(
            f"You have {MOST_DRAFTS} rule sets of your own. "
            "Delete one that you do not need any more."
        )
    return OwnRuleSet.objects.create(
        owner=owner,
        name=_name(name),
        document=checked(copy.deepcopy(dict(document))),
        based_on=based_on,
    )


@transaction.atomic
def change_own_rule_set(
    *, own: OwnRuleSet, change: Callable[[Document], None]
) -> OwnRuleSet:
    """Apply `change` to the newest document, so that two open pages lose nothing.

    Raises RuleSetError when the changed document is not valid; then nothing is kept.
    """
    kept = _locked(own)
    change(kept.document)
    kept.document = checked(kept.document)
    return _saved(kept)


@transaction.atomic
def rename_own_rule_set(
    *, own: OwnRuleSet, name: str, seen: str | None = None
) -> OwnRuleSet:
    """Raises ValidationError for the name, ChangedMeanwhileError if another is kept
    than was `seen`."""
    kept = _locked(own)
    if seen not in (None, kept.name):
        raise ChangedMeanwhileError
    kept.name = _name(name)
    return _saved(kept)


@transaction.atomic
def reset_own_rule_set(*, own: OwnRuleSet) -> OwnRuleSet:
    """Back to the version it was copied from. Raises ValidationError without one."""
    kept = _locked(own)
    if kept.based_on is None:
        raise ValidationError("It was imported, so there is nothing to go back to.")
    kept.document = copy.deepcopy(kept.based_on.document)
    return _saved(kept)


@transaction.atomic
def delete_own_rule_set(*, own: OwnRuleSet) -> None:
    """Erase it for good."""
    OwnRuleSet.objects.filter(pk=own.pk).delete()
    forget_made(owner_id=own.owner_id, id=str(own.pk))


def _locked(own: OwnRuleSet) -> OwnRuleSet:
    return OwnRuleSet.objects.select_for_update().get(pk=own.pk)


def _saved(own: OwnRuleSet) -> OwnRuleSet:
    own.updated_at = timezone.now()
    own.save()
    return own


def _name(name: str) -> str:
    return one_line(name, field="name", most=NAME_LENGTH)
