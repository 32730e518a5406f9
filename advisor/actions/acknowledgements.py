"""Accepting changed verdicts of reference scenarios, in the newest draft."""

from collections.abc import Mapping

from django.db import transaction

from advisor.models import RuleSet, User
from advisor.scenario_changes import Outcome


@transaction.atomic
def acknowledge_changes(
    *, rule_set: RuleSet, user: User, verdicts: Mapping[str, Outcome]
) -> RuleSet:
    """Save a draft that accepts exactly these verdicts, by scenario id.

    What was accepted before and is not among them is no longer accepted. Everything
    else stays as the newest draft has it.
    """
    locked = RuleSet.objects.select_for_update().get(pk=rule_set.pk)
    draft: RuleSet = locked.get_latest_revision_as_object()
    draft.acknowledgements = [
        {"type": "acknowledgement", "value": {"scenario": name, **verdict._asdict()}}
        for name, verdict in verdicts.items()
    ]
    # A draft in the making may be inconsistent elsewhere; publishing judges it.
    draft.save_revision(user=user, clean=False, log_action=True)
    return draft
