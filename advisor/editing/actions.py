"""Every write to the rule set that is not the admin's own form. Keywords only."""

from collections.abc import Mapping

from django.db import transaction

from advisor.models import RuleSet, RuleSetVersion, User
from advisor.rule_sets.scenario_changes import Outcome


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


@transaction.atomic
def publish_rule_set(*, rule_set: RuleSet, user: User | None = None) -> RuleSetVersion:
    """Publish the newest draft and return the version it froze, the current one.

    Raises ValidationError with every reason when the draft may not be published.
    """
    revision = rule_set.get_latest_revision() or rule_set.save_revision(user=user)
    revision.publish(user=user, skip_permission_checks=True)
    rule_set.refresh_from_db()
    return RuleSetVersion.objects.latest("number")
