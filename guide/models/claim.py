"""The ledger: what is claimed, what we found, where it stands written, until when."""

from collections.abc import Iterable

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import validate_comma_separated_integer_list
from django.db import models
from django.db.models import F, Q
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index
from wagtail.search.queryset import SearchableQuerySetMixin

from guide.feedback.admin.suggestions_panel import SuggestionsPanel
from guide.models.claim_mark import ClaimMark, Status, label_of, mark_of
from guide.models.framework import Framework
from guide.models.recorded import ReasonForm, Recorded
from guide.probes.catalogue import probe_choices
from guide.probes.records import ProbeRecord, record_of
from guide.probes.shown import shown_probe


class ClaimQuerySet(SearchableQuerySetMixin, models.QuerySet["Claim"]):
    def live(self) -> "ClaimQuerySet":
        return self.filter(live=True)

    def with_sources(self) -> "ClaimQuerySet":
        return self.prefetch_related("sources")

    def with_evidence(self) -> "ClaimQuerySet":
        """Sources and frameworks in two more queries, however many claims."""
        return self.prefetch_related("sources", "frameworks")

    def ledger(self, keys: Iterable[int]) -> dict[int, "Claim"]:
        """The published ones among `keys`, with sources, by primary key."""
        return self.live().with_sources().in_bulk(list(keys))

    def marks(self, keys: Iterable[int]) -> dict[int, ClaimMark]:
        """The published ones among `keys`, with no more than says their mark."""
        today = timezone.localdate()
        found = self.live().filter(pk__in=list(keys)).order_by()
        marks = {}
        for pk, status, review_by in found.values_list("pk", "status", "review_by"):
            stale = review_by < today
            words = mark_of(status, stale), label_of(status, stale)
            marks[pk] = ClaimMark(pk, *words, stale)
        return marks

    def in_fact_check(self) -> "ClaimQuerySet":
        return self.live().exclude(fact_check="")

    def needing_recheck(self) -> "ClaimQuerySet":
        return self.filter(review_by__lt=timezone.localdate())

    def current(self) -> "ClaimQuerySet":
        return self.filter(review_by__gte=timezone.localdate())


class ClaimForm(ReasonForm, WagtailAdminModelForm):
    """A verdict that readers know changes only with a reason."""

    def clean(self):
        cleaned = super().clean() or {}
        if not self.is_deferred_validation and not cleaned.get("change_reason"):
            published = self.instance.as_readers_see_it() if self.instance.pk else None
            verdict = ("status", "finding")
            if published and any(
                cleaned.get(name, "") != getattr(published, name) for name in verdict
            ):
                self.add_error(
                    "change_reason",
                    "Say why: the status or finding of a published claim changes.",
                )
        return cleaned


class Claim(
    Recorded,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """One checkable sentence with its verdict, evidence grade, sources and dates."""

    Status = Status

    class Grade(models.TextChoices):
        A = "A", "A: documented fact or reproducible measurement"
        B = "B", "B: several independent sources"
        C = "C", "C: one source or expert opinion"
        D = "D", "D: contested"

    slug = models.SlugField(
        max_length=80,
        unique=True,
        help_text="Used in addresses and in the API. Never change it.",
    )
    statement = models.TextField(help_text="What is claimed, in one plain sentence.")
    finding = models.TextField(
        blank=True,
        help_text="What is true. Needed unless the claim is simply supported.",
    )
    frameworks = ParentalManyToManyField(
        Framework, blank=True, related_name="claims", help_text="Whom it is about."
    )
    versions = models.CharField(
        max_length=200,
        blank=True,
        help_text="The versions it was checked against, for example Flask 3.1.3.",
    )
    status = models.CharField(max_length=12, choices=Status.choices)
    grade = models.CharField(max_length=1, choices=Grade.choices)
    checked_on = models.DateField(help_text="Day somebody last read the sources.")
    review_by = models.DateField(
        help_text='After this day the claim shows "needs re-check" everywhere.'
    )
    fact_check = models.CharField(
        "rows of the fact check",
        max_length=60,
        blank=True,
        validators=[validate_comma_separated_integer_list],
        help_text="Numbers with commas between them, for example 10,11. May be empty.",
    )

    probe = models.CharField(
        max_length=80,
        blank=True,
        choices=probe_choices,
        help_text="The program that shows it, if there is one.",
    )

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="claim",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="claim")

    objects = ClaimQuerySet.as_manager()

    base_form_class = ClaimForm
    panels = [
        FieldPanel("change_reason"),
        SuggestionsPanel(),
        FieldPanel("statement"),
        FieldPanel("finding"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("grade")]),
        FieldRowPanel([FieldPanel("checked_on"), FieldPanel("review_by")]),
        FieldPanel("frameworks", widget=CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("versions"), FieldPanel("fact_check")]),
        FieldPanel("probe"),
        InlinePanel("sources", heading="Sources", label="Source"),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("statement", boost=2),
        index.AutocompleteField("statement"),
        index.SearchField("finding"),
        index.SearchField("versions"),
        index.FilterField("live"),
        index.FilterField("status"),
        index.FilterField("slug"),
    ]

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(review_by__gte=F("checked_on")),
                name="claim_review_follows_check",
                violation_error_message="The review date must not precede the check.",
            ),
            models.CheckConstraint(
                condition=Q(status="supported") | ~Q(finding=""),
                name="claim_finding_unless_supported",
                violation_error_message="Say what you found, unless it is supported.",
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def clean(self) -> None:
        super().clean()
        if self.status not in ("", self.Status.SUPPORTED) and not self.finding.strip():
            raise ValidationError(
                {"finding": "Say what you found, unless the claim is supported."}
            )

    @property
    def revisions(self):
        return self._revisions

    @property
    def is_stale(self) -> bool:
        """Whether its review date has passed by today."""
        return self.review_by < timezone.localdate()

    @property
    def mark(self) -> str:
        """checked, partly, disputed, outdated, wrong, opinion or needs-re-check."""
        return mark_of(self.status, self.is_stale)

    @property
    def mark_label(self) -> str:
        """The mark in words, for readers."""
        return label_of(self.status, self.is_stale)

    @property
    def fact_check_rows(self) -> tuple[int, ...]:
        """Numbers of the fact-check rows it answers, ascending."""
        return tuple(sorted(int(row) for row in self.fact_check.split(",") if row))

    @property
    def probe_record(self) -> ProbeRecord | None:
        """What its probe observed when it last ran, as shipped with the site."""
        return record_of(self.probe) if self.probe else None

    def get_absolute_url(self) -> str:
        return reverse("guide:claim", args=[self.slug])

    def get_preview_template(self, request, mode_name):
        return "guide/claim.html"

    def get_preview_context(self, request, mode_name):
        return {"claim": self, "probe": shown_probe(self.probe)}


class ClaimSource(Orderable):
    """A place where the claim can be looked up, and when we last did."""

    claim = ParentalKey(Claim, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(max_length=300)
    url = models.URLField("address", max_length=500)
    retrieved_on = models.DateField()

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("url"), FieldPanel("retrieved_on")]),
    ]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]  # rows kept without a place have an order too

    def __str__(self) -> str:
        return self.title
