"""An editor changes words, a table and the rule set; a moderator lets it through."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Response, expect

FIRST_TEXT = "[data-contentpath='text'] [contenteditable='true']"


@pytest.fixture
def signed_in(open_page, site):
    """Open the admin as one of the ready-made people."""

    def signed_in_as(role: str) -> Page:
        page = open_page(viewport={"width": 1440, "height": 1000})
        page.set_default_timeout(60_000)
        page.goto("/admin/")
        page.get_by_label("Email address or user name").fill(site.people[role].email)
        page.get_by_label("Password", exact=True).fill(site.people[role].password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/admin/")
        return page

    return signed_in_as


def page_id(page: Page, slug: str) -> int:
    found = page.request.get(f"/api/content/pages/?slug={slug}").json()
    return found["items"][0]["id"]


def append(page: Page, panel: str, words: str) -> None:
    """Write `words` at the end of the first rich text in a panel's first block."""
    block = page.locator(f"{panel} [data-streamfield-child]").first
    block.locator("[data-panel-toggle]").first.click()
    inner = block.locator("[data-streamfield-child] [data-panel-toggle]").first
    text = block.locator(FIRST_TEXT).first
    if not text.is_visible():
        inner.click()
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    # The editor hands its text to the form a moment after the last key.
    page.wait_for_function(
        "words => [...document.querySelectorAll('input')]"
        ".some(one => one.value.includes(words))",
        arg=words.strip(),
    )


def submit(page: Page) -> None:
    page.locator(
        "footer .w-dropdown-button__toggle, footer .w-dropdown__toggle"
    ).click()
    page.get_by_role("button", name=re.compile("^Submit to")).click()
    expect(page.locator(".messages .success")).to_be_visible()


def approve(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(
        "footer .w-dropdown-button__toggle, footer .w-dropdown__toggle"
    ).click()
    page.locator("footer [data-workflow-action-name='approve']").first.click()
    expect(page.locator(".messages .success")).to_be_visible()


@pytest.mark.parametrize(
    ("slug", "public", "panel"),
    [
        ("quick", "/compare/quick/", "#panel-child-content-rows-content"),
        (
            "flask-vs-django",
            "/guide/flask-vs-django/",
            "#panel-child-content-sections-content",
        ),
    ],
    ids=["a table cell", "an article paragraph"],
)
def test_a_changed_text_waits_for_approval_and_then_is_live(
    slug, public, panel, signed_in, page
):
    words = f" Changed by an editor in {slug}."
    editor = signed_in("editor")
    address = f"/admin/pages/{page_id(editor, slug)}/edit/"
    editor.goto(address)
    append(editor, panel, words)
    submit(editor)
    assert words.strip() not in page.request.get(public).text()

    approve(signed_in("moderator"), address)
    assert words.strip() in page.request.get(public).text()


def test_changed_points_become_a_new_version_and_the_old_one_stays(signed_in, page):
    before = page.request.get("/api/v1/questionnaire").json()
    editor = signed_in("editor")
    address = "/admin/snippets/advisor/ruleset/edit/1/"
    editor.goto(address)
    new_points = raise_points(editor, question=0, option=0, criterion="models")
    submit(editor)
    assert page.request.get("/api/v1/questionnaire").json() == before

    approve(signed_in("moderator"), address)
    after = page.request.get("/api/v1/questionnaire").json()
    assert after["version"] == before["version"] + 1
    assert points_of_first_option(page, after["version"])["models"] == new_points
    assert points_of_first_option(page, before["version"])["models"] == new_points - 1


def raise_points(page: Page, *, question: int, option: int, criterion: str) -> int:
    """Add one point to an option for a criterion, in the folded form; gives the sum."""
    name = name_of_points(page, criterion, f"{question}-value-options-{option}")
    points = page.locator(f"[name='{name}']")
    with autosaved(page):
        return points.evaluate(
            "one => { one.value = Number(one.value) + 1;"
            " one.dispatchEvent(new Event('change', {bubbles: true}));"
            " return Number(one.value) }"
        )


@contextmanager
def autosaved(page: Page) -> Iterator[None]:
    """Wait until what is done here was saved by the page itself.

    It does so half a second after a change, of which it knows once it has looked at
    the form as it was.
    """
    page.wait_for_function(
        "() => window.wagtail.app.getControllerForElementAndIdentifier("
        "document.querySelector('[data-edit-form]'), 'w-unsaved').initialFormData"
    )

    def is_autosave(answer: Response) -> bool:
        return answer.request.method == "POST" and answer.url == page.url

    with page.expect_response(is_autosave) as saved:
        yield
    assert saved.value.ok


def name_of_points(
    page: Page, criterion: str, option: str = "0-value-options-0"
) -> str:
    """The field for the points that an option gives to a criterion."""
    prefix = f"questions-{option}-value-points-"
    criteria = page.locator(f"[name^='{prefix}'][name$='-criterion']")
    names = criteria.evaluate_all("all => all.map(one => [one.name, one.value])")
    name = next(name for name, value in names if value == criterion)
    return name.replace("-criterion", "-points")


def points_of_first_option(page: Page, version: int) -> dict[str, int]:
    document = page.request.get(f"/api/v1/rulesets/{version}").json()["document"]
    return document["questions"][0]["options"][0]["points"]


def test_one_option_is_changed_by_part_while_another_part_is_open(signed_in, page):
    before = page.request.get("/api/v1/questionnaire").json()
    editor, moderator = signed_in("editor"), signed_in("moderator")
    moderator_at = open_part(moderator, "criteria", 0)
    open_part(editor, "questions", 0)

    fewer = lower_points_by_hand(editor, criterion="accounts")
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.locator(".messages .success")).to_be_visible()
    moderator.locator("[name='criteria-0-value-help']").fill("Said anew.")
    moderator.get_by_role("button", name="Save draft").click()
    expect(moderator.locator(".messages .success")).to_be_visible()
    submit(editor)
    approve(moderator, moderator_at)

    after = page.request.get("/api/v1/questionnaire").json()
    document = page.request.get(f"/api/v1/rulesets/{after['version']}").json()
    assert after["version"] == before["version"] + 1
    assert points_of_first_option(page, after["version"])["accounts"] == fewer
    assert document["document"]["criteria"][0]["help"] == "Said anew."


def open_part(page: Page, stream: str, number: int) -> str:
    """Go from the list to the form of one part; gives its address."""
    page.goto("/admin/snippets/advisor/ruleset/")
    page.locator("#listing-results .title a").first.click()
    page.locator(f"main a[href*='/parts/1/{stream}/']").nth(number).click()
    expect(page.locator("[data-streamfield-child]").first).to_be_visible()
    return page.url


def lower_points_by_hand(page: Page, *, criterion: str) -> int:
    """Unfold the first option and its points, and take one off."""
    option = page.locator("[data-contentpath='options'] [data-streamfield-child]").first
    option.locator("[data-panel-toggle]").first.click()
    points = page.locator(f"[name='{name_of_points(page, criterion)}']")
    row = points.locator("xpath=ancestor::*[@data-streamfield-child][1]")
    row.locator("[data-panel-toggle]").first.click()
    fewer = int(points.input_value()) - 1
    with autosaved(page):
        points.fill(str(fewer))
    return fewer
