"""Publishing the rule set from code, as the admin's button does it."""

from django.db import transaction

from advisor.models import RuleSet, RuleSetVersion, User


@transaction.atomic
def publish_rule_set(*, rule_set: RuleSet, user: User | None = None) -> RuleSetVersion:
    """Publish the newest draft and return the version it froze, the current one.

    Raises ValidationError with every reason when the draft may not be published.
    """
    revision = rule_set.get_latest_revision() or rule_set.save_revision(user=user)
    revision.publish(user=user, skip_permission_checks=True)
    rule_set.refresh_from_db()
    return RuleSetVersion.objects.latest("number")
