"""One entry of the public change log: what changed, from what to what, and why."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from guide.shelf import open_to_all


class ChangeQuerySet(models.QuerySet["Change"]):
    def public(self) -> "ChangeQuerySet":
        """Without those about a page that is no longer published or open to all."""
        open_pages = open_to_all(Page.objects.live()).values("pk")
        return self.filter(Q(page=None) | Q(page__in=open_pages))

    def with_subjects(self) -> "ChangeQuerySet":
        return self.select_related("claim", "page")


class Change(models.Model):
    """Written once, by `guide.changes.record_change`, and never edited."""

    class Kind(models.TextChoices):
        GUIDE_PUBLISHED = "guide-published", "Guide published"
        CLAIM_ADDED = "claim-added", "Claim added"
        CLAIM_CHANGED = "claim-changed", "Claim changed"
        CLAIM_RECHECKED = "claim-rechecked", "Claim checked again"
        CLAIM_DISPUTED = "claim-disputed", "Claim disputed"
        CLAIM_WITHDRAWN = "claim-withdrawn", "Claim withdrawn"
        TABLE_CHANGED = "table-changed", "Table changed"
        RULE_SET_PUBLISHED = "rule-set-published", "Rule set published"
        LAB_RUN = "lab-run", "Lab run"
        FRAMEWORK_RELEASE = "framework-release", "Framework release"

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    happened_at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.TextField()
    # [{"field": ..., "before": ..., "after": ...}], all plain words; see FieldChange.
    what = models.JSONField(default=list)
    why = models.TextField(blank=True)
    url = models.CharField(max_length=500, blank=True)
    claim = models.ForeignKey(
        "guide.Claim",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="changes",
    )
    page = models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title}"

    @property
    def anchor(self) -> str:
        return f"change-{self.pk}"

    @property
    def address(self) -> str:
        """Where its subject stands today; empty where nobody can read it any more."""
        subject: Any = self.claim
        if subject is not None:
            return subject.get_absolute_url() if subject.live else ""
        if self.page is not None:
            return self.page.url or ""
        return "" if self.kind.startswith("claim-") else self.url
