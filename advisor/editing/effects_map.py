"""The map of questions, options and their effects, for the newest draft."""

from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.editing.rule_set_page import RuleSetPage
from advisor.rule_sets.effects_map import effects_map
from advisor.rule_sets.publication import obstacles_in


class EffectsMapView(RuleSetPage):
    """What every answer of the draft moves; a broken draft names its problems."""

    page_title = "Map of effects"
    template_name = "advisor/editing/effects_map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft = self.newest.draft()
        problems = [found.message for found in obstacles_in(draft, with_checks=False)]
        if not problems:
            kwargs["effects_map"] = effects_map(Catalogue(draft.document))
        return super().get_context_data(problems=problems, **kwargs)
