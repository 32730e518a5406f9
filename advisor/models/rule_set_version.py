"""Published rule sets: numbered, immutable, kept for ever."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from advisor.documents.frozen import FrozenDocument, known, parsed, remember
from advisor.engine import RuleSet as EngineRuleSet
from advisor.engine import digest_of, outcome_distribution
from advisor.models.signals import version_published

if TYPE_CHECKING:
    from advisor.models.rule_set import RuleSet


class ImmutableVersionError(Exception):
    """Somebody tried to change or delete a published version."""


class RuleSetVersionQuerySet(models.QuerySet["RuleSetVersion"]):
    def current(self) -> "RuleSetVersion | None":
        """The version in force, or None before the first publishing.

        One small query: the document, which never changes, is read once per process.
        """
        version = self.defer("document").order_by("-number").first()
        if version is not None:
            entry = known(version.digest) or remember(
                FrozenDocument(version.digest, version.document)
            )
            version.document = entry.document
        return version

    @transaction.atomic
    def freeze(
        self,
        *,
        rule_set: "RuleSet",
        document: Mapping[str, Any],
        published_by: Any = None,
        note: str = "",
    ) -> "RuleSetVersion":
        """Keep `document` as the next version; the current one if it is the same.

        Two at once never get one number: the rule set's row is locked, and the
        database refuses a number twice.
        """
        type(rule_set).objects.select_for_update().get(pk=rule_set.pk)
        digest = digest_of(document)
        current = self.order_by("-number").first()
        if current is not None and current.digest == digest:
            return current
        version = self.create(
            rule_set=rule_set,
            number=1 if current is None else current.number + 1,
            document=document,
            digest=digest,
            outcomes=outcome_distribution(parsed(FrozenDocument(digest, document))),
            published_by=published_by,
            note=note,
        )
        version_published.send(sender=self.model, version=version)
        return version

    def update(self, **values: Any) -> int:
        raise ImmutableVersionError("A published rule set cannot be changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise ImmutableVersionError("A published rule set cannot be deleted.")


class RuleSetVersion(models.Model):
    """One rule set as it was published. `document` is what contract.md describes."""

    rule_set = models.ForeignKey(
        "advisor.RuleSet", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField(unique=True)
    document = models.JSONField()
    digest = models.CharField(max_length=71, db_index=True)
    outcomes = models.JSONField(default=dict)
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    note = models.TextField(blank=True)

    objects = RuleSetVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="rule_set_version_from_one"
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise ImmutableVersionError("A published rule set cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        raise ImmutableVersionError("A published rule set cannot be deleted.")

    @cached_property
    def frozen(self) -> FrozenDocument:
        return FrozenDocument(self.digest, self.document)

    @property
    def rule_set_parsed(self) -> EngineRuleSet:
        """The engine's rule set, parsed once per process and digest."""
        return parsed(self.frozen)
