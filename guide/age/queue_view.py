"""The queue in the admin: Wagtail's report, with the ledger's bulk actions."""

from typing import Any

import django_filters
from django import forms
from django.http import QueryDict
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from guide.age.queue import Entry, queue_of
from guide.age.reasons import Reason
from guide.models import Claim, Framework

LIST = "guide_claims_to_recheck"
RESULTS = "guide_claims_to_recheck_results"


class QueueFilterSet(WagtailFilterSet):
    reason = django_filters.MultipleChoiceFilter(
        label="Reason",
        choices=Reason.choices,
        widget=forms.CheckboxSelectMultiple,
        method="leave_to_the_queue",
    )
    frameworks = django_filters.ModelChoiceFilter(
        label="Framework",
        queryset=Framework.objects.all(),
        empty_label="Any",
    )
    status = django_filters.ChoiceFilter(
        label="Status", choices=Claim.Status.choices, empty_label="Any"
    )

    class Meta:
        model = Claim
        fields = ["reason", "frameworks", "status"]

    def leave_to_the_queue(self, queryset, name, value):
        """Reasons are no columns: `chosen_entries` looks at them."""
        return queryset


def chosen_entries(filters: QueueFilterSet) -> list[Entry]:
    """What of the queue the filters let through; everything if they cannot be read."""
    if not filters.is_valid():
        return queue_of(Claim.objects.all())
    entries = queue_of(filters.qs)
    reasons = {Reason(value) for value in filters.form.cleaned_data["reason"]}
    return [entry for entry in entries if not reasons or entry.reasons & reasons]


def keys_in_queue(query: QueryDict) -> list[int]:
    """Primary keys of the claims that the queue lists under these filters."""
    return [entry.pk for entry in chosen_entries(QueueFilterSet(query))]


class ReasonsColumn(Column):
    cell_template_name = "guide/age/reasons_cell.html"


class QueueView(ReportView):
    model = Claim
    page_title = "Claims to re-check"
    header_icon = "circle-check"
    verbose_name_plural = "claims"
    any_permission_required = ["change", "publish"]
    filterset_class = QueueFilterSet
    index_url_name = LIST
    index_results_url_name = RESULTS
    template_name = "guide/age/queue.html"
    columns = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet"),
        TitleColumn(
            "statement",
            label="Claim",
            accessor="claim.statement",
            get_url=lambda entry: claim_form(entry.pk),
            get_title_id=lambda entry: f"snippet_{entry.pk}_title",
            width="40%",
        ),
        ReasonsColumn("why", label="Why it is here", width="55%"),
    ]
    list_export = [
        "claim.slug",
        "claim.statement",
        "reasons_in_words",
        "claim.status",
        "claim.versions",
        "claim.checked_on",
        "claim.review_by",
    ]
    export_headings = {
        "claim.slug": "Slug",
        "claim.statement": "Claim",
        "reasons_in_words": "Why it is here",
        "claim.status": "Status",
        "claim.versions": "Versions",
        "claim.checked_on": "Checked",
        "claim.review_by": "Check again",
    }

    def get_filtered_queryset(self) -> list[Entry]:
        return chosen_entries(self.filters)

    def get_filename(self) -> str:
        return "claims-to-re-check"

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return context | {"model_opts": Claim._meta}


def claim_form(key: int) -> str:
    """The address of the claim's form in the admin."""
    return reverse("wagtailsnippets_guide_claim:edit", args=[key])
