"""What a newer rule set makes of something saved, told to its owner once."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone

from advisor.models.user import User

HEADLINE_LENGTH = 300


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, user: User | AnonymousUser) -> "NoticeQuerySet":
        """About this person's own saved results, without the deleted ones."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            recommendation__owner=user.pk, recommendation__deleted_at=None
        )

    def newest_first(self) -> "NoticeQuerySet":
        return self.order_by("-version__number", "recommendation_id")


class Notice(models.Model):
    """How one saved recommendation stands under one later rule-set version.

    The newest one of a recommendation is its standing today. There is one for each
    pair at most, so that a run that was interrupted can be repeated.
    """

    class Kind(models.TextChoices):
        HOLDS = "holds", "Still holds"
        STRONGER = "stronger", "Stronger"
        WEAKER = "weaker", "Weaker"
        ANOTHER = "another", "Another verdict"

    recommendation = models.ForeignKey(
        "advisor.Recommendation", on_delete=models.CASCADE, related_name="notices"
    )
    version = models.ForeignKey(
        "advisor.RuleSetVersion", on_delete=models.PROTECT, related_name="notices"
    )
    # The engine's outcome, and what it means in words.
    kind = models.CharField(max_length=8, choices=Kind.choices)
    headline = models.CharField(max_length=HEADLINE_LENGTH)
    cause = models.TextField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    dismissed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "version"], name="notice_once_per_version"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["holds", "stronger", "weaker", "another"]),
                name="notice_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.headline
