"""Ways from the rule set's list and form to the pages about its draft."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail.admin.widgets.button import BaseButton, Button, HeaderButton

from advisor.models import RuleSet

# View name, words, icon, and the place among the buttons.
PAGES = (
    ("parts", "Edit by part", "list-ul", 39),
    ("impact", "Impact of publishing", "glasses", 40),
    ("effects", "Map of effects", "table", 41),
)


def listing_buttons(rule_set: RuleSet) -> list[BaseButton]:
    """Its title leads to the parts, for whoever may change them."""
    return [
        Button(label, url=url, icon_name=icon, priority=place)
        for url, label, icon, place in _pages(rule_set, but="parts")
    ]


def form_buttons(rule_set: RuleSet, but: str = "") -> list[BaseButton]:
    """All of them `but` the one to the page that shows them."""
    return [
        HeaderButton(label, url=url, icon_name=icon, priority=place)
        for url, label, icon, place in _pages(rule_set, but)
    ]


def compare_button() -> BaseButton:
    return HeaderButton("Compare versions", url=_compare_url(), icon_name="copy")


def _pages(rule_set: RuleSet, but: str = "") -> Iterator[tuple[str, str, str, int]]:
    for name, label, icon, place in (page for page in PAGES if page[0] != but):
        url = reverse(f"wagtailsnippets_advisor_ruleset:{name}", args=[rule_set.pk])
        yield url, label, icon, place
    yield _compare_url(), "What changed", "history", 42


def _compare_url() -> str:
    return reverse("rule_set_versions:compare")
