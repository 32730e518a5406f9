"""Two published versions, or one and the draft, side by side."""

from collections.abc import Iterator
from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import BaseButton

from advisor.editing.buttons import compare_button
from advisor.models import RuleSet, RuleSetVersion
from advisor.rule_sets.document import Document
from advisor.rule_sets.publication import obstacles_in
from advisor.rule_sets.version_changes import version_changes

DRAFT = "draft"


class VersionsIndexView(IndexView):
    """The list of versions, with a way to compare two."""

    @property
    def header_buttons(self) -> list[BaseButton]:
        return [compare_button()]


class VersionsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Compares `?before=` with `?after=`: numbers of versions, or "draft".

    Without them, or with something else, the newest version and the draft.
    """

    model = RuleSetVersion
    permission_required = "view"
    page_title = "What changed between versions"
    header_icon = "history"
    template_name = "advisor/editing/versions.html"
    index_url_name: str | None = None

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        choices = dict(self._choices())
        newest = next((name for name in choices if name != DRAFT), DRAFT)
        before, after = (
            name if name in choices else default
            for name, default in (
                (self.request.GET.get("before", ""), newest),
                (self.request.GET.get("after", ""), DRAFT),
            )
        )
        return super().get_context_data(
            choices=choices.items(),
            before=before,
            after=after,
            before_label=choices.get(before, ""),
            after_label=choices.get(after, ""),
            **self._comparison(before, after),
            **kwargs,
        )

    def _choices(self) -> Iterator[tuple[str, str]]:
        if RuleSet.objects.exists():
            yield DRAFT, "The newest draft"
        for version in RuleSetVersion.objects.defer("document", "outcomes"):
            label = f"Version {version.number}, {version.published_at:%-d %B %Y}"
            yield str(version.number), label

    def _comparison(self, before: str, after: str) -> dict[str, Any]:
        old, wrong_before = _document(before)
        new, wrong_after = _document(after)
        if old is None or new is None:
            return {"problems": list(dict.fromkeys([*wrong_before, *wrong_after]))}
        return {"groups": version_changes(old, new)}


def _document(name: str) -> tuple[Document | None, list[str]]:
    """The document of a side, and why the draft has none that can be compared."""
    if name != DRAFT:
        return RuleSetVersion.objects.get(number=name).document, []
    rule_set = RuleSet.objects.first()
    if rule_set is None:
        return None, []
    draft = rule_set.get_latest_revision_as_object().draft()
    wrong = [found.message for found in obstacles_in(draft, with_checks=False)]
    return (None if wrong else draft.document), wrong
