"""The rule set as editors change it: drafts, revisions, approval, preview."""

import logging
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from advisor.blocks import (
    AcknowledgementBlock,
    CandidateBlock,
    CriterionBlock,
    FactBlock,
    QuestionBlock,
    ScenarioBlock,
)
from advisor.models.rule_set_panels import EDIT_HANDLER
from advisor.models.rule_set_version import RuleSetVersion
from advisor.rule_sets.document import Draft, draft_of
from advisor.rule_sets.previews import preview_modes, preview_of
from advisor.rule_sets.publication import NotPublishableError, Obstacle, obstacles_in
from advisor.rule_sets.publication_words import field_errors
from advisor.rule_sets.unfilled import unfilled

logger = logging.getLogger(__name__)
SCHEDULED = "wagtail.publish.scheduled"


def per_mille(default: int, help_text: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        default=default,
        validators=[MinValueValidator(0), MaxValueValidator(1000)],
        help_text=help_text,
    )


class RuleSet(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    models.Model,
):
    """The one rule set of the site. Publishing it freezes a RuleSetVersion.

    Nothing reads this row but the admin: the wizard and the API read versions.
    """

    title = models.CharField(max_length=120, help_text="Its name, shown with results.")
    note = models.TextField(
        "what changed and why",
        blank=True,
        help_text="Shown with the version that publishing makes, then emptied.",
    )
    too_close = per_mille(
        660, "Ahead in fewer of 1,000 worlds than this: too close to call."
    )
    clear = per_mille(900, "Ahead in at least this many of 1,000 worlds: clear.")
    min_margin = per_mille(
        20, "A lead below this many thousandths of the highest total is too close."
    )
    questions = StreamField([("question", QuestionBlock())], blank=True, collapsed=True)
    candidates = StreamField(
        [("candidate", CandidateBlock())],
        blank=True,
        collapsed=True,
        verbose_name="frameworks",
    )
    criteria = StreamField(
        [("criterion", CriterionBlock())], blank=True, collapsed=True
    )
    facts = StreamField([("fact", FactBlock())], blank=True, collapsed=True)
    scenarios = StreamField(
        [("scenario", ScenarioBlock())],
        blank=True,
        collapsed=True,
        help_text="Publishing is refused when a change gives one of these another "
        "verdict than the expected one.",
    )
    acknowledgements = StreamField(
        [("acknowledgement", AcknowledgementBlock())],
        blank=True,
        collapsed=True,
        verbose_name="acknowledged changes",
        help_text="One row for each scenario whose verdict is meant to change; the "
        "impact page names them and adds the rows. Emptied by publishing.",
    )
    only_one = models.BooleanField(default=True, unique=True, editable=False)

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="rule_set",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="rule_set")

    edit_handler = EDIT_HANDLER
    # Set by the admin's form; see `clean`.
    saved_as_draft = False
    # Set by the form of one part: the preview that shows it.
    preview_first = ""

    class Meta:
        verbose_name = "rule set"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(only_one=True), name="rule_set_only_one"
            ),
            models.CheckConstraint(
                condition=models.Q(too_close__lte=models.F("clear")),
                name="rule_set_too_close_below_clear",
                violation_error_message="“Too close” must not be above “clear”.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def version_number(self) -> int | None:
        """The number of the version in force, for the admin's list."""
        newest = RuleSetVersion.objects.order_by("-number").values_list("number")
        return next((number for (number,) in newest[:1]), None)

    def draft(self) -> Draft:
        """The document of these fields and what it could not hold."""
        return draft_of(self)

    def document(self) -> dict[str, Any]:
        """The rule-set document of the public contract, with labels and evidence."""
        return self.draft().document

    def clean(self) -> None:
        """Refuse what the engine cannot read, naming each place in words.

        Drafts saved in the admin skip this (see `RuleSetForm`): work in progress may
        be inconsistent, a submission for approval may not.
        """
        super().clean()
        if self.saved_as_draft:
            return
        if obstacles := obstacles_in(self.draft(), with_checks=False):
            raise ValidationError(field_errors(obstacles))

    def obstacles(self) -> list[Obstacle]:
        """Everything that stands against publishing; empty when nothing does."""
        version = RuleSetVersion.objects.current()
        in_force = version.frozen if version else None
        return [*unfilled(self), *obstacles_in(self.draft(), in_force=in_force)]

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return preview_modes(self.document())

    @property
    def default_preview_mode(self) -> str:
        modes = [mode for mode, _ in self.preview_modes]
        return self.preview_first if self.preview_first in modes else modes[0]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        shown = preview_of(self.draft(), mode_name)
        return render(request, shown.template, dict(shown.context))

    def publish(
        self,
        revision: Revision,
        user: Any = None,
        changed: bool = True,
        log_action: bool | str = True,
        previous_revision: Revision | None = None,
        skip_permission_checks: bool = False,
    ) -> None:
        """Publish `revision` and freeze it, or raise ValidationError and do neither.

        Every way to publish comes through here. A scheduled one has nobody to tell:
        it is taken off the schedule and logged, and other objects still go live.
        """
        try:
            with transaction.atomic():
                _refuse_unpublishable(revision.as_object())
                super().publish(
                    revision,
                    user=user,
                    changed=changed,
                    log_action=log_action,
                    previous_revision=previous_revision,
                    skip_permission_checks=skip_permission_checks,
                )
                _freeze_if_live(revision, user)
        except ValidationError as error:
            if log_action != SCHEDULED:
                raise
            _unschedule(self, revision, error)

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """Always raises: results rest on it. Publish a changed one instead."""
        raise ValidationError("The rule set cannot be unpublished.")


def _refuse_unpublishable(candidate: RuleSet) -> None:
    candidate.full_clean()
    if obstacles := candidate.obstacles():
        raise NotPublishableError(obstacles)


def _freeze_if_live(revision: Revision, user: Any) -> None:
    """Freeze what is live now; scheduling for later publishes nothing yet."""
    rule_set = RuleSet.objects.get(pk=revision.object_id)
    if rule_set.live_revision_id != revision.pk:
        return
    version = RuleSetVersion.objects.freeze(
        rule_set=rule_set,
        document=rule_set.document(),
        published_by=user,
        note=rule_set.note,
    )
    # The next version must not be described, nor its changes be accepted, by what
    # was said of this one.
    rows = RuleSet.objects.filter(pk=rule_set.pk)
    rows.update(acknowledgements=[])
    if version.note == rule_set.note:
        rows.update(note="")


def _unschedule(rule_set: RuleSet, revision: Revision, error: ValidationError) -> None:
    logger.error("Scheduled publishing of the rule set refused: %s", error)
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(
        instance=rule_set,
        action="advisor.publish.refused",
        data={"reasons": error.messages},
        revision=revision,
    )
