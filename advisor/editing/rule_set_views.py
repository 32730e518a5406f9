"""The admin's views of a rule set: publishing that is refused says why in the form."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin import messages
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.widgets.button import BaseButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    IndexView,
    UnpublishView,
    WorkflowActionView,
)

from advisor.editing.buttons import form_buttons
from advisor.editing.form_error_words import words_of
from advisor.models import RuleSet
from advisor.rule_sets.parts import version_of_all
from advisor.rule_sets.publication_words import Obstacle, field_errors

REFUSED = "The rule set cannot be published yet:"


def reasons(sentences: list[str]) -> SafeString:
    """The sentences as a message for the top of a page."""
    items = format_html_join("", "<li>{}</li>", ((text,) for text in sentences))
    return format_html("{}<ul>{}</ul>", REFUSED, items)


class PublicationGate(CreateEditViewOptionalFeaturesMixin):
    """Judges what is submitted, approved or published; leaves saved drafts alone."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.action == "workflow-action" and not self._is_judged():
            self.saving_as_draft = True  # what goes back to its author may be broken

    def is_valid(self, form: ModelForm) -> bool:
        if not super().is_valid(form):
            self._show_reasons(form)
            return False
        if not self._is_judged():
            return True
        obstacles = self.placed(form.instance.obstacles())
        for field, error in field_errors(obstacles).items():
            form.add_error(None if field == "__all__" else field, error)
        if obstacles:
            self.produced_error_code = "validation_error"
            self._show_reasons(form)
        return not obstacles

    def placed(self, obstacles: list[Obstacle]) -> list[Obstacle]:
        """Where this form can show them."""
        return obstacles

    def _is_judged(self) -> bool:
        if self.action == "workflow-action":
            return self.workflow_action == "approve"
        return self.action in ("publish", "submit", "restart-workflow")

    def _show_reasons(self, form: ModelForm) -> None:
        if form.errors and not self.expects_json_response:
            self.produced_error_message: str = reasons(words_of(form))

    def run_action_method(self) -> HttpResponse | None:
        """Publish or approve. The draft is saved by now, whatever happens here."""
        try:
            with transaction.atomic():
                return super().run_action_method()
        except ValidationError as error:
            messages.error(self.request, reasons(error.messages))
            return redirect(self.get_edit_url())


class RuleSetIndexView(IndexView):
    """Leads to the parts: the whole form has thousands of fields."""

    def get_edit_url(self, instance: RuleSet) -> str | None:
        if super().get_edit_url(instance) is None:
            return None
        return reverse("wagtailsnippets_advisor_ruleset:parts", args=[instance.pk])


class RuleSetCreateView(PublicationGate, CreateView):
    pass


class RuleSetEditView(PublicationGate, EditView):
    """Whoever saves over what was saved meanwhile is told first, then may."""

    object: RuleSet
    is_out_of_date: bool  # Wagtail finds out; a form of a part knows better
    changed_meanwhile = (
        "Somebody saved the rule set while this form was open. Nothing of theirs is "
        "lost, and nothing of yours is saved yet. Saving again replaces theirs."
    )

    @property
    def header_buttons(self) -> list[BaseButton]:
        return form_buttons(self.object)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            RuleSet.objects.select_for_update().get(pk=self.object.pk)
            self.object = self.get_object()  # as it is now that nobody else saves
            return super().post(request, *args, **kwargs)

    def is_valid(self, form: ModelForm) -> bool:
        behind, self.is_out_of_date = self.is_out_of_date, False
        valid = super().is_valid(form)
        if behind and not (valid and self.says_the_same(form)):
            self.produced_error_code = "invalid_revision"
            self.produced_error_message = self.what_changed()
            return False
        return valid

    def says_the_same(self, form: ModelForm) -> bool:
        """As what was saved meanwhile: one's own autosave on its way, most often."""
        saved = self.live_object.get_latest_revision_as_object()
        return version_of_all(form.instance) == version_of_all(saved)

    def what_changed(self) -> SafeString:
        return format_html(
            '{} <a href="{}" target="_blank">What is saved now</a>',
            self.changed_meanwhile,
            self.get_history_url(),
        )


class RuleSetWorkflowActionView(WorkflowActionView):
    """Approval from the dashboard has no form: a refusal becomes a message."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ValidationError as error:
            messages.error(request, reasons(error.messages))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            leave = {"step": "success", "redirect": self.redirect_url}
            return self.render_modal_json(request, leave)
        return redirect(self.redirect_url)


class RuleSetUnpublishView(UnpublishView):
    """There is no taking away: results rest on what was published."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        messages.error(request, "The rule set cannot be unpublished, only replaced.")
        return redirect(self.edit_url_name, kwargs["pk"])


class OneRuleSetPolicy(ModelPermissionPolicy):
    """Django's permissions, except that the one rule set is never deleted.

    A second one cannot be added.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == "delete" or (action == "add" and RuleSet.objects.exists()):
            return False
        return super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
