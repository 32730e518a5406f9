"""A member disagrees with a score: without JavaScript, and in both themes."""

import re

import pytest

from tests.browser.test_accessibility import violations

ANSWERS = "first=site&editing=staff&data=new"
PAGES = ["", "verdict/?" + ANSWERS, "weights/", "frameworks/flask/", "add/",
         "questions/first/"]  # fmt: skip


def copy_from_the_result(page, site) -> str:
    """Follow the link below a verdict, log in, make a copy; answers its address."""
    person = site.people["member"]
    page.goto(f"/advisor/result/?{ANSWERS}")
    page.get_by_role("link", name="Try your own").click()
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", person.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Make my copy").click()
    return re.search(r"/advisor/own/[0-9a-f-]{36}/", page.url)[0]


def test_changing_scores_changes_the_verdict_without_javascript(open_page, site):
    page = open_page(java_script_enabled=False)
    copy_from_the_result(page, site)
    assert page.locator("h1").inner_text() == "Django"

    page.get_by_role("link", name="Change weights and scores").click()
    page.get_by_role("link", name="Django", exact=True).click()
    for field in page.locator("input[type=number]").all():
        field.fill("1")
    page.get_by_role("button", name="Save and see the verdict").click()

    assert page.locator("h1").inner_text() == "Flask"
    assert "the same answers give: Django" in page.locator("main").inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_own_pages_meet_wcag_aa_and_fit_a_phone(open_page, site, theme):
    page = open_page(color_scheme=theme, viewport={"width": 360, "height": 800})
    own = copy_from_the_result(page, site)
    for part in PAGES:
        page.goto(own + part)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
