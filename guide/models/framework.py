"""The candidates, and which of their releases get fixes until when."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from guide.dates.support import Support, support_on
from guide.models.recorded import ReasonForm, Recorded


class FrameworkForm(ReasonForm, WagtailAdminModelForm):
    pass


class Framework(
    Recorded,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A web framework that the guide describes. Its slug is its public name."""

    slug = models.SlugField(
        unique=True,
        help_text="Used in addresses, in the API and in rule sets. Never change it.",
    )
    name = models.CharField(max_length=80)
    summary = models.CharField(
        max_length=300, help_text="What it is, in one plain sentence."
    )
    website = models.URLField(help_text="The project's own site.")
    repository = models.URLField(help_text="Where its source lives.")
    licence = models.CharField(
        max_length=60, help_text="The SPDX identifier, for example BSD-3-Clause."
    )
    first_released_on = models.DateField(
        null=True, blank=True, help_text="Leave empty where no source names the day."
    )

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="framework",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="framework")

    base_form_class = FrameworkForm
    panels = [
        FieldPanel("change_reason"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("website"), FieldPanel("repository")]),
        FieldRowPanel([FieldPanel("licence"), FieldPanel("first_released_on")]),
        InlinePanel(
            "releases",
            heading="Releases and support",
            label="Release",
            help_text="Newest first. Support that has run out marks itself.",
        ),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.FilterField("slug"),
        index.FilterField("live"),
    ]

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self):
        return self._revisions

    def get_preview_template(self, request, mode_name):
        return "guide/framework_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"framework": self, "releases": list(self.releases.all())}


class FrameworkRelease(Orderable):
    """A release series and the end of its support, with the place that says so."""

    framework = ParentalKey(
        Framework, on_delete=models.CASCADE, related_name="releases"
    )
    version = models.CharField(max_length=40, help_text="The series, for example 5.2.")
    latest = models.CharField(
        max_length=40, help_text="Its newest release, for example 5.2.19."
    )
    released_on = models.DateField(help_text="Day the series began.")
    supported_until = models.DateField(
        null=True, blank=True, help_text="Leave empty where the project names no day."
    )
    lts = models.BooleanField("long-term support", default=False)
    python = models.CharField(
        "Python versions", max_length=60, help_text="For example 3.10-3.14."
    )
    note = models.CharField(max_length=300, blank=True)
    source_title = models.CharField(max_length=200)
    source_url = models.URLField(max_length=500)
    source_retrieved_on = models.DateField()

    panels = [
        FieldRowPanel([FieldPanel("version"), FieldPanel("latest")]),
        FieldRowPanel([FieldPanel("released_on"), FieldPanel("supported_until")]),
        FieldRowPanel([FieldPanel("python"), FieldPanel("lts")]),
        FieldPanel("note"),
        MultiFieldPanel(
            [
                FieldPanel("source_title"),
                FieldPanel("source_url"),
                FieldPanel("source_retrieved_on"),
            ],
            heading="Source",
        ),
    ]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]  # rows kept without a place have an order too
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "version"], name="one_row_per_release_series"
            ),
            models.CheckConstraint(
                condition=models.Q(supported_until__isnull=True)
                | models.Q(supported_until__gte=models.F("released_on")),
                name="release_support_ends_after_it_begins",
                violation_error_message="Support cannot end before the release.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework_id} {self.version}"

    @property
    def support(self) -> Support:
        """Where it stands today."""
        return support_on(timezone.localdate(), self.supported_until)
