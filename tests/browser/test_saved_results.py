"""What a member does with a saved result: without JavaScript, and in both themes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

ANSWERS = "first=back-office&editing=staff&skills=flask"
PAGES = ["", "edit/", "share/", "rerun/", "record/", "delete/"]
OTHERS = [
    "/advisor/saved/",
    "/advisor/saved/notices/",
    "/advisor/compare/",
    "/account/",
    "/account/tokens/",
]


def save(page: Page, site, title: str, note: str = "") -> str:
    """From a verdict through the log-in to a saved result; answers its address."""
    person = site.people["member"]
    page.goto(f"/advisor/result/?{ANSWERS}")
    page.get_by_role("link", name="Save this result").click()
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", person.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("Note").fill(note)
    page.get_by_role("button", name="Save this result").click()
    page.goto("/advisor/saved/")
    page.get_by_role("link", name=title, exact=True).click()
    return re.search(r"/advisor/saved/[0-9a-f-]{36}/", page.url)[0]


def test_sharing_running_again_and_recording_need_no_javascript(open_page, site):
    page = open_page(java_script_enabled=False)
    saved = save(page, site, "Shared without script", note="For us alone.")

    page.goto(f"{saved}share/")
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("[data-copy-text]").inner_text()
    stranger = open_page(java_script_enabled=False)
    stranger.goto(link)
    expect(stranger.get_by_role("heading", level=1)).to_be_visible()
    assert "For us alone." not in stranger.content()
    assert stranger.context.cookies() == []

    page.goto(f"{saved}rerun/")
    expect(page.get_by_text("Nothing was changed")).to_be_visible()
    page.goto(f"{saved}record/")
    expect(page.get_by_role("heading", name="Decision Outcome")).to_be_visible()

    page.goto(f"{saved}share/")
    page.get_by_role("button", name="End this link").click()
    assert stranger.request.get(link).status == 404


def test_a_stranger_finds_none_of_it(open_page, site):
    page = open_page(java_script_enabled=False)
    saved = save(page, site, "Nobody else's")
    stranger = open_page(java_script_enabled=False)
    for part in PAGES:
        stranger.goto(saved + part)
        assert "/account/login/" in stranger.url
        assert "Nobody else" not in stranger.content()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_of_saved_results_meet_wcag_aa_and_fit_a_phone(open_page, site, theme):
    page = open_page(color_scheme=theme, viewport={"width": 360, "height": 800})
    saved = save(page, site, f"A decision in {theme}")
    found = {}
    for path in [*(saved + part for part in PAGES), *OTHERS]:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth") > 360
        if broken := violations(page) + ["wider than the phone"] * wide:
            found[path.replace(saved, "saved/")] = broken
    assert found == {}
