"""A member's private copy of a rule set, to change and to try."""

import uuid

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone

from advisor.models.user import User

NAME_LENGTH = 120


class OwnRuleSetQuerySet(models.QuerySet["OwnRuleSet"]):
    def visible_to(self, user: User | AnonymousUser) -> "OwnRuleSetQuerySet":
        """What this person may see: their own."""
        return self.filter(owner=user.pk) if user.is_authenticated else self.none()


class OwnRuleSet(models.Model):
    """A draft of one member. `document` is what contract.md describes, and valid.

    `based_on` is the published version it was copied from, None if it was imported.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_rule_sets"
    )
    name = models.CharField(max_length=NAME_LENGTH)
    document = models.JSONField()
    based_on = models.ForeignKey(
        "advisor.RuleSetVersion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OwnRuleSetQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""), name="own_rule_set_has_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
