"""The claim ledger and the frameworks in the admin's menu; hooks of the packages."""

from wagtail import hooks
from wagtail.admin.rich_text.converters.editor_html import WhitelistRule
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup
from wagtail.whitelist import allow_without_attributes

from guide.age import hooks as age_hooks
from guide.disputes import log_actions  # noqa: F401 - registers its hook
from guide.feedback.admin import hooks as feedback_hooks
from guide.models import Claim, Framework

__all__ = ["age_hooks", "feedback_hooks"]  # register themselves


class ClaimViewSet(SnippetViewSet):
    model = Claim
    icon = "circle-check"
    menu_label = "Claims"
    list_display = [
        "statement",
        Column("mark_label", label="Mark"),
        Column("grade", label="Grade", sort_key="grade"),
        "checked_on",
        "review_by",
        UpdatedAtColumn(),
    ]
    list_filter = {
        "status": ["exact"],
        "grade": ["exact"],
        "frameworks": ["exact"],
        "review_by": ["lte"],
    }
    list_per_page = 50
    ordering = ["review_by", "slug"]


class FrameworkViewSet(SnippetViewSet):
    model = Framework
    icon = "cogs"
    menu_label = "Frameworks"
    list_display = ["name", "slug", "licence", "first_released_on", UpdatedAtColumn()]


class LedgerGroup(SnippetViewSetGroup):
    menu_label = "Ledger"
    menu_icon = "circle-check"
    menu_order = 200
    items = (ClaimViewSet, FrameworkViewSet)


register_snippet(LedgerGroup)


@hooks.register("register_rich_text_features")
def keep_inline_code(features):
    """Let inline code through where text arrives as HTML or Markdown.

    Wagtail declares it for its editor only; imports and the content API lose it.
    """
    features.register_converter_rule(
        "editorhtml", "code", [WhitelistRule("code", allow_without_attributes)]
    )
