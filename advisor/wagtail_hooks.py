"""The rule set and its published versions in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.admin.ui.tables import Column, NumberColumn, UpdatedAtColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import BaseButton
from wagtail.log_actions import LogActionRegistry
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetAdminURLFinder, SnippetViewSet

from advisor.editing.buttons import listing_buttons
from advisor.editing.effects_map import EffectsMapView
from advisor.editing.impact_page import ImpactView
from advisor.editing.part_page import RuleSetPartPreview, RuleSetPartView
from advisor.editing.parts_page import PartsView
from advisor.editing.rule_set_views import (
    OneRuleSetPolicy,
    RuleSetCreateView,
    RuleSetEditView,
    RuleSetIndexView,
    RuleSetUnpublishView,
    RuleSetWorkflowActionView,
)
from advisor.editing.versions import VersionsIndexView, VersionsView
from advisor.editing.wagtail_actions import (
    PublishRuleSetAction,
    UnpublishRuleSetAction,
)
from advisor.models import RuleSet, RuleSetVersion


class RuleSetViewSet(SnippetViewSet):
    model = RuleSet
    icon = "decimal"
    menu_label = "Rule set"
    menu_order = 210
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "title",
        NumberColumn("version_number", label="Version"),
        UpdatedAtColumn(),
    ]
    index_view_class = RuleSetIndexView
    add_view_class = RuleSetCreateView
    edit_view_class = RuleSetEditView
    unpublish_view_class = RuleSetUnpublishView
    workflow_action_view_class = RuleSetWorkflowActionView

    @cached_property
    def url_finder_class(self) -> type[SnippetAdminURLFinder]:
        """Dashboards, reports and mails lead to the parts, as the list does."""
        finder = super().url_finder_class
        finder.edit_url_name = self.get_url_name("parts")
        return finder

    def get_urlpatterns(self) -> list[URLPattern]:
        impact = self.construct_view(ImpactView)
        effects = self.construct_view(EffectsMapView)
        parts = self.construct_view(PartsView)
        part = self.construct_view(RuleSetPartView, **self.get_edit_view_kwargs())
        preview = self.construct_view(RuleSetPartPreview)
        one = "<int:pk>/<slug:stream>/<path:row>/"
        return [
            *super().get_urlpatterns(),
            path("impact/<int:pk>/", impact, name="impact"),
            path("effects/<int:pk>/", effects, name="effects"),
            path("parts/<int:pk>/", parts, name="parts"),
            path(f"parts/{one}", part, name="part"),
            path(f"part-preview/{one}", preview, name="part_preview"),
        ]


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Published versions are looked at, by whoever may change the rule set."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and user.has_perm("advisor.change_ruleset")

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class RuleSetVersionViewSet(ModelViewSet):
    model = RuleSetVersion
    icon = "history"
    menu_label = "Rule-set versions"
    menu_order = 211
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["note"]
    list_display = [
        "number",
        "published_at",
        "published_by",
        Column("note", label="What changed"),
        Column("digest", accessor=lambda version: version.digest[:15]),
    ]
    inspect_view_fields = ["number", "published_at", "published_by", "note", "digest"]
    list_export = ["number", "published_at", "digest", "note"]
    index_view_class = VersionsIndexView

    def get_urlpatterns(self) -> list[URLPattern]:
        compare = self.construct_view(VersionsView)
        return [*super().get_urlpatterns(), path("compare/", compare, name="compare")]


register_permission_policy(RuleSet, OneRuleSetPolicy(RuleSet))
register_permission_policy(RuleSetVersion, ReadOnlyPolicy(RuleSetVersion))
register_snippet(RuleSetViewSet)


@hooks.register("register_admin_viewset")
def register_versions() -> RuleSetVersionViewSet:
    return RuleSetVersionViewSet("rule_set_versions")


@hooks.register("register_actions")
def register_publishing(registry: ActionRegistry) -> None:
    registry.register(RuleSet, PublishRuleSetAction)
    registry.register(RuleSet, UnpublishRuleSetAction)


@hooks.register("register_snippet_listing_buttons")
def offer_pages(
    snippet: Any, user: Any, next_url: str | None = None
) -> list[BaseButton]:
    return listing_buttons(snippet) if isinstance(snippet, RuleSet) else []


@hooks.register("construct_snippet_action_menu")
def hide_unpublish(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    if context["model"] is RuleSet:
        menu_items[:] = [item for item in menu_items if item.name != "action-unpublish"]


@hooks.register("register_log_actions")
def name_refusal(actions: LogActionRegistry) -> None:
    actions.register_action(
        "advisor.publish.refused",
        "Refuse scheduled publishing",
        "Scheduled publishing was refused",
    )
