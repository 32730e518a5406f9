"""Wagtail's own API publishes through registered actions, not through the model.

These bring it to the same door as everybody else.
"""

from typing import Any

from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction


class PublishRuleSetAction(PublishRevisionAction):
    """Publishes through `RuleSet.publish`, which checks and freezes."""

    def execute(self, skip_permission_checks: bool = False) -> Any:
        self.check(skip_permission_checks=skip_permission_checks)
        return self.object.publish(
            self.revision,
            user=self.user,
            changed=self.changed,
            log_action=self.log_action,
            previous_revision=self.previous_revision,
            skip_permission_checks=True,
        )


class UnpublishRuleSetAction(UnpublishAction):
    """Refuses, as `RuleSet.unpublish` does."""

    def execute(self, skip_permission_checks: bool = False) -> Any:
        return self.object.unpublish()
