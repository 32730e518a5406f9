"""The claim ledger and the frameworks in the admin's menu."""

from wagtail.admin.ui.tables import BooleanColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from guide.models import Claim, Framework


class ClaimViewSet(SnippetViewSet):
    model = Claim
    icon = "circle-check"
    menu_label = "Claims"
    list_display = [
        "statement",
        "get_status_display",
        "grade",
        "checked_on",
        "review_by",
        BooleanColumn("is_stale", label="Needs re-check"),
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
