"""WCAG 2.2 AA, checked by axe on every page type in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    # Describing every element that passed takes two thirds of the time on long pages.
    "resultTypes": ["violations"],
}
PUBLIC = {
    "home": "/",
    "index": "/guide/",
    "article": "/guide/flask-vs-django/",
    "fact-check": "/guide/fact-check/",
    "ecosystem": "/guide/ecosystem/",
    "case-studies": "/guide/case-studies/",
    "comparison": "/compare/built-in/",
    "evidence": "{evidence}",
    "wide-comparison": "/compare/alternatives/",
    "framework": "/frameworks/django/",
    "claim-with-probe": "/claims/django-tasks-have-no-worker/",
    "probes": "/probes/",
    "lab": "/lab/",
    "lab-profile": "/lab/2026-11-22-e155c95d/json/",
    "search": "/search/?q=async",
    "search-without-hits": "/search/?q=xyzzyplugh",
    "wizard-start": "/advisor/",
    "wizard-question": "/advisor/{question}/",
    "wizard-problem": "/advisor/{question}/?nosuch=thing",
    "verdict": "/advisor/result/?{answers}",
    "verdict-with-a-change-on-trial": "/advisor/result/?{answers}&what-if={question}:",
    "verdict-without-answers": "/advisor/result/",
    "method": "/advisor/method/",
    "log-in": "/account/login/",
    "sign-up": "/account/signup/",
    "not-found": "/no-such-page/",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PUBLIC)
def test_public_page_meets_wcag_aa(name, theme, open_page, examples):
    page = open_page(color_scheme=theme)
    page.goto(PUBLIC[name].format(**examples))
    assert violations(page) == []


def violations(page) -> list[str]:
    """One readable line per violated rule and place."""
    results = Axe().run(page, options=RULES).response
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in results["violations"]
        for node in rule["nodes"][:3]
    ]
