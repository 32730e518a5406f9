"""One part of the rule set in a form of its own, with all that the whole form can do.

Drafts, approval, locks and preview are the rule set's; a conflict is only one where
somebody saved the same part.
"""

import uuid
from typing import Any

from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel, ObjectList, Panel
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.views.generic.preview import PreviewOnEdit
from wagtail.models import Revision

from advisor.editing.part_form import PartForm, RowForm, SettingsForm
from advisor.editing.rule_set_views import RuleSetEditView
from advisor.models import RuleSet
from advisor.models.rule_set_panels import SETTINGS
from advisor.rule_sets.names import names_in
from advisor.rule_sets.parts import (
    KINDS,
    NEW,
    SETTINGS_PART,
    Part,
    position_of,
    row_with,
    title_of,
)
from advisor.rule_sets.publication_words import Obstacle

LONGEST = 200  # characters of a block's id; Wagtail gives 36
VIEW = "wagtailsnippets_advisor_ruleset:"
PANELS: dict[str, Panel] = {
    SETTINGS_PART.stream: ObjectList(SETTINGS, base_form_class=SettingsForm),
    **{name: ObjectList([FieldPanel(name)], base_form_class=RowForm) for name in KINDS},
}
BOUND_PANELS = {name: panel.bind_to_model(RuleSet) for name, panel in PANELS.items()}


def part_url(view: str, rule_set: RuleSet, part: Part) -> str:
    return reverse(f"{VIEW}{view}", args=[rule_set.pk, *part])


class OfOnePart:
    """What the address names: `self.part`, its panel and its form."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def part(self) -> Part:
        part = Part(self.kwargs["stream"], self.kwargs["row"])
        known = part == SETTINGS_PART or part.stream in KINDS
        may_be_new = self.request.method == "GET" or part.row_id != NEW
        if not known or not may_be_new or len(part.row_id) > LONGEST:
            raise Http404
        return part

    def get_panel(self) -> Panel:
        return BOUND_PANELS[self.part.stream]

    def get_form_class(self) -> type[PartForm]:
        return self.get_panel().get_form_class()


class RuleSetPartView(OfOnePart, RuleSetEditView):
    template_name = "advisor/editing/part.html"
    changed_meanwhile = (
        "Somebody saved this part while your form was open. Nothing of theirs is lost, "
        "and nothing of yours is saved yet. Saving again replaces theirs."
    )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.part.row_id == NEW:
            new = self.part._replace(row_id=str(uuid.uuid4()))
            return redirect(part_url("part", self.object, new))
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "part": self.part}

    def get_form(self, form_class: Any = None) -> PartForm:
        form: PartForm = super().get_form(form_class)
        self.is_out_of_date = form.is_behind
        return form

    is_out_of_date = False  # for autosave too; said by the form

    def is_valid(self, form: Any) -> bool:
        valid = super().is_valid(form)
        if valid and form.takes_out and self.expects_json_response:
            self.produced_error_code = "validation_error"
            self.produced_error_message = "Save the draft to take this part out."
            return False
        if form.is_behind and not self.expects_json_response:
            form.catch_up()
        return valid

    @cached_property
    def overwrite_revision(self) -> Revision | None:
        """The autosaved one, unless another part was saved since: then a new one."""
        earlier: Revision | None = super().overwrite_revision
        return earlier if earlier == self.latest_revision else None

    def says_the_same(self, form: Any) -> bool:
        return bool(form.version() == form.standing)

    def placed(self, obstacles: list[Obstacle]) -> list[Obstacle]:
        """At the row if it is this one; else only at the top, with its place named."""
        name = self.part.stream
        here = name in KINDS and position_of(self._rows(), self.part.row_id)
        return [
            Obstacle(name, 0, one.message)
            if (one.field, one.row) == (name, here)
            else Obstacle("", None, one.message)
            for one in obstacles
        ]

    def what_changed(self) -> SafeString:
        return format_html(
            '{} <a href="{}" target="_blank">What is saved now</a>',
            self.changed_meanwhile,
            self.get_edit_url(),
        )

    def get_editing_sessions(self) -> EditingSessionsModule | None:
        """Who else is here, but no warning of their saving: it may be another part."""
        sessions = super().get_editing_sessions()
        if sessions:
            sessions.revision_id = sessions.revision_created_at = None
        return sessions

    def get_edit_url(self) -> str:
        return part_url("part", self.object, self.part)

    def get_preview_url(self) -> str:
        return part_url("part_preview", self.object, self.part)

    def get_success_url(self) -> str:
        parts = reverse(f"{VIEW}parts", args=[self.object.pk])
        if self.form.takes_out or self.action not in ("edit", "cancel-workflow"):
            return parts
        return self.get_edit_url()

    def get_page_subtitle(self) -> str:
        if self.part == SETTINGS_PART:
            return "Name and thresholds"
        row = row_with(self._rows(), self.part.row_id)
        return title_of(row) if row else f"New {KINDS[self.part.stream]}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        parts = reverse(f"{VIEW}parts", args=[self.object.pk])
        *before, _ = super().get_breadcrumbs_items()
        here = {"url": "", "label": self.get_page_subtitle()}
        return [*before, {"url": parts, "label": str(self.object)}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = names_in(self.object.document())
        return super().get_context_data(names=names, **kwargs)

    def _rows(self) -> list[dict[str, Any]]:
        return getattr(self.object, self.part.stream).get_prep_value()


class RuleSetPartPreview(OfOnePart, PreviewOnEdit):
    """The wizard with this part as typed and all others as saved."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.parent_object_id = str(self.part)

    def get_form(self, query_dict: Any) -> ModelForm:
        data = query_dict or None
        return self.get_form_class()(
            data, instance=self.object, for_user=self.request.user, part=self.part
        )
