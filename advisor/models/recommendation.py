"""A verdict somebody keeps: answers, the evaluation then, and the version it used."""

import uuid

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone

from advisor.models.user import User
from advisor.secret_links import digest_of_secret

TITLE_LENGTH = 200
NOTE_LENGTH = 10_000


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def visible_to(self, user: User | AnonymousUser) -> "RecommendationQuerySet":
        """What this person may see: their own, without the deleted ones."""
        return self._owned_by(user).filter(deleted_at=None)

    def restorable_by(self, user: User | AnonymousUser) -> "RecommendationQuerySet":
        """What this person has deleted and may still bring back."""
        return self._owned_by(user).exclude(deleted_at=None)

    def shared_as(self, token: str) -> "RecommendationQuerySet":
        """What the holder of this token may see: one at most, never a deleted one.

        What an operator has locked out is not shared either. Any text may be asked for.
        """
        return self.filter(
            share_digest=digest_of_secret(token),
            deleted_at=None,
            owner__is_active=True,
        )

    def with_version(self) -> "RecommendationQuerySet":
        """With the number and digest of its version, without the whole document."""
        return self.select_related("version").defer(
            "version__document", "version__outcomes"
        )

    def _owned_by(self, user: User | AnonymousUser) -> "RecommendationQuerySet":
        return self.filter(owner=user.pk) if user.is_authenticated else self.none()


class Recommendation(models.Model):
    """One saved result. It never changes under its owner: `evaluation` is stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="recommendations",
        db_index=False,  # the second index below begins with it
    )
    title = models.CharField(max_length=TITLE_LENGTH)
    note = models.TextField(blank=True, max_length=NOTE_LENGTH)
    answers = models.JSONField()
    evaluation = models.JSONField()
    version = models.ForeignKey(
        "advisor.RuleSetVersion",
        on_delete=models.PROTECT,
        related_name="recommendations",
    )
    # Counts the changes, so that two people editing one row can notice each other.
    revision = models.PositiveIntegerField(default=1, editable=False)
    # The owner reads the token here; strangers' tokens are looked up by digest, so
    # that how long an answer takes says nothing about how much of one was right.
    share_token = models.CharField(
        max_length=43, null=True, blank=True, unique=True, editable=False
    )
    share_digest = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )
    share_includes_note = models.BooleanField(
        "include my note",
        default=False,
        help_text="Whoever has the link can then read the note too.",
    )
    revisit_on = models.DateField(
        "look at it again on",
        null=True,
        blank=True,
        help_text="The list of saved results reminds you from that day on.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "id"]
        indexes = [
            # Holds all a list asks for, so that skipping rows reads none of them.
            models.Index(
                fields=["owner", "-updated_at", "id"],
                condition=models.Q(deleted_at=None),
                name="recommendation_of_owner",
            ),
            # How many one keeps is counted at each save, without reading a row.
            models.Index(fields=["owner", "deleted_at"], name="recommendation_kept"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title=""), name="recommendation_has_a_title"
            ),
            models.CheckConstraint(
                condition=models.Q(share_token=None, share_digest=None)
                | models.Q(share_token__isnull=False, share_digest__isnull=False),
                name="recommendation_share_token_with_digest",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def shared_note(self) -> str:
        """What of the note the link shows: all of it, or nothing."""
        return self.note if self.share_includes_note else ""
