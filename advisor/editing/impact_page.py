"""The impact page: what publishing the draft would change, and what is accepted."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from advisor.editing.actions import acknowledge_changes
from advisor.editing.impact import Impact, impact_of
from advisor.editing.rule_set_page import RuleSetPage
from advisor.editing.saved_answers import saved_answers
from advisor.rule_sets.scenario_changes import Outcome

FIELD = "acknowledged"


class ImpactView(RuleSetPage):
    """Shows the newest draft against the version in force."""

    page_title = "Impact of publishing"
    template_name = "advisor/editing/impact.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            impact=self.impact(),
            version=self.version,
            field=FIELD,
            may_acknowledge=self.may_acknowledge(),
            **kwargs,
        )

    def impact(self) -> Impact:
        in_force = self.version.frozen if self.version else None
        return impact_of(self.newest.draft(), in_force, saved_answers())

    def may_acknowledge(self) -> bool:
        """Whether this person may save a draft now."""
        lock = self.newest.get_lock()
        locked = lock is not None and lock.for_user(self.request.user)
        return not locked and self.user_has_permission("change")

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Accept what is ticked, where it still is what the page showed."""
        if not self.may_acknowledge():
            raise PermissionDenied
        asked = set(request.POST.getlist(FIELD))
        verdicts = dict(self._still_true(asked))
        acknowledge_changes(rule_set=self.object, user=request.user, verdicts=verdicts)
        if len(verdicts) < len(asked):
            messages.warning(
                request, "The draft has changed meanwhile. Please look again."
            )
        else:
            messages.success(request, "Saved in the draft what is acknowledged.")
        return redirect(request.path)

    def _still_true(self, asked: set[str]) -> Iterator[tuple[str, Outcome]]:
        for line in self.impact().changed_scenarios:
            if line.token in asked and line.row.after:
                yield line.row.id, line.row.after
