"""Beside the form of a claim or table: what readers suggested and we accepted."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.panels import Panel
from wagtail.models import Page

from guide.models.feedback import Correction


class SuggestionsPanel(Panel):
    """Shows the accepted corrections not published since; nothing where none is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": "Accepted corrections", **kwargs})

    @property
    def clean_name(self) -> str:
        return "accepted_corrections"

    class BoundPanel(Panel.BoundPanel):
        template_name = "guide/feedback/admin/suggestions_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["corrections"] = accepted_for(self.instance)
            return context

        def is_shown(self) -> bool:
            return super().is_shown() and accepted_for(self.instance).exists()


def accepted_for(target: Any) -> QuerySet[Correction]:
    """Accepted ones about `target` that are newer than its last publication."""
    if target is None or target.pk is None:
        return Correction.objects.none()
    about = {"page" if isinstance(target, Page) else "claim": target.pk}
    found = Correction.objects.filter(status=Correction.Status.ACCEPTED, **about)
    if target.last_published_at is not None:
        found = found.filter(decided_at__gt=target.last_published_at)
    return found.select_related("framework")
