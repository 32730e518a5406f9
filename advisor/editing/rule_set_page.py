"""What the pages about a rule set's newest draft have in common."""

from typing import Any

from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from advisor.models import RuleSet, RuleSetVersion


class RuleSetPage(
    PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView
):
    """A page for whoever may change or publish the rule set."""

    model = RuleSet
    any_permission_required = ["change", "publish", "view"]
    index_url_name: str | None = None
    edit_url_name: str | None = None
    header_icon = "decimal"

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.newest: RuleSet = self.object.get_latest_revision_as_object()
        self.version = RuleSetVersion.objects.current()

    def get_page_subtitle(self) -> str:
        return str(self.newest)

    def get_edit_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.object.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": "Rule sets"},
            {"url": self.get_edit_url(), "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Edit", url=self.get_edit_url(), icon_name="edit")]
