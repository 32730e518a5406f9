"""What people come here for, done in a real browser, start to end."""

import re

from playwright.sync_api import Page, expect

ANSWERS = {
    "first": "back-office",
    "editing": "staff",
    "login": "company",
    "waiting": "short",
    "existing": "nothing",
    "skills": "django",
}
PASSWORD = "correct horse battery staple"


def answer_quick_questions(page: Page) -> None:
    """From the advisor's start to the verdict, by the quick way."""
    page.goto("/advisor/")
    page.get_by_role("link", name="Start with 6 questions").click()
    answered: set[str] = set()
    while question := next_question(page, answered):
        option = ANSWERS[question]
        page.locator(f"input[name='{question}'][value='{option}']").check()
        page.get_by_role("button", name="Next question").click()
        answered.add(question)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Django")


def next_question(page: Page, answered: set[str]) -> str:
    """The question that is asked after these, in whatever order; "" at the result."""
    here = "input[type=radio], .verdict, a:text-is('See the result')"
    old = "".join(f":not([name='{question}'])" for question in answered)
    shown = page.locator(here.replace("[type=radio]", f"[type=radio]{old}")).first
    expect(shown).to_be_visible()
    if page.get_by_role("link", name="See the result", exact=True).count():
        page.get_by_role("link", name="See the result", exact=True).click()
        expect(page.locator(".verdict")).to_be_visible()
        return ""
    return shown.get_attribute("name") or ""


def sign_up(page: Page, email: str) -> None:
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign up").click()


def test_a_reader_decides_signs_up_saves_finds_and_fetches_the_result(page, site):
    page.goto("/")
    page.get_by_role("link", name="Guide", exact=True).click()
    page.goto("/guide/flask-vs-django/")
    expect(page.locator("table.comparison-table").first).to_be_visible()

    answer_quick_questions(page)
    verdict = page.locator(".verdict__sentence").inner_text()
    page.get_by_role("link", name="Save this result").click()

    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    sign_up(page, "reader@example.org")
    expect(page.get_by_role("heading", level=1)).to_have_text("Save this result")
    page.get_by_label("Title").fill("Our back office")
    page.get_by_label("Note").fill("Decided with Ada and Grace.")
    page.get_by_role("button", name="Save this result").click()

    page.goto("/advisor/saved/")
    page.get_by_role("link", name="Our back office", exact=True).click()
    expect(page.locator(".verdict__sentence")).to_have_text(verdict)
    expect(page.get_by_text("Decided with Ada and Grace.")).to_be_visible()

    page.goto("/account/tokens/")
    page.get_by_label("Name").fill("notebook")
    page.get_by_role("button", name=re.compile("token", re.IGNORECASE)).first.click()
    token = re.search(r"wagtail_\w+", page.get_by_role("main").inner_text())[0]
    answer = page.request.get(
        "/api/v1/recommendations", headers={"Authorization": f"Bearer {token}"}
    )
    saved = answer.json()["items"][0]
    assert saved["title"] == "Our back office"
    assert saved["answers"].keys()
    assert saved["answers"].items() <= ANSWERS.items()
    assert saved["evaluation"]["verdict"]["sentence"] == verdict


def test_the_header_knows_who_is_signed_in_and_signs_out(page, site):
    person = site.people["member"]
    page.goto("/account/login/?next=/")
    page.get_by_label("Email address or user name").fill(person.email)
    page.get_by_label("Password", exact=True).fill(person.password)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    menu = page.locator("header details.menu")
    menu.locator("summary").click()
    expect(menu.get_by_role("link", name=re.compile("Saved"))).to_be_visible()
    menu.get_by_role("button", name="Sign out").click()
    page.goto("/")
    expect(
        page.get_by_role("banner").get_by_role("link", name="Sign in")
    ).to_be_visible()


def test_the_wizard_works_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    answer_quick_questions(page)
    page.locator(".answer").first.get_by_role("link").click()
    expect(page.locator("input[value='back-office']")).to_be_checked()
    page.go_back()
    page.get_by_role("link", name="Apply this change").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".verdict__sentence")).to_be_visible()


def test_the_whole_guide_reads_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/compare/quick/")
    expect(page.get_by_role("columnheader", name="Django")).to_be_visible()
    page.get_by_label("Show only differences").check()
    same = page.locator("tr[data-same]")
    assert same.count() == 0 or not same.first.is_visible()
    page.goto("/search/?q=csrf")
    expect(page.locator(".search-result").first).to_be_visible()


def test_the_wizard_can_be_walked_with_the_keyboard_alone(page):
    page.goto("/advisor/")
    focus(page, "a:text('Start with 6 questions')")
    page.keyboard.press("Enter")
    answered: set[str] = set()
    while question := next_question(page, answered):
        focus(page, f"input[name='{question}']")
        page.keyboard.press("Space")
        focus(page, ".question__actions button")
        page.keyboard.press("Enter")
        answered.add(question)
    expect(page.locator(".verdict")).to_be_visible()


def focus(page: Page, selector: str) -> None:
    """Tab until the element that `selector` names has the focus, and it shows."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement").as_element()
        wanted = page.query_selector_all(selector)
        if any(page.evaluate("([a, b]) => a === b", [focused, one]) for one in wanted):
            return
    raise AssertionError(f"{selector} cannot be reached with the Tab key")


def test_a_first_tab_skips_to_the_content(page):
    page.goto("/guide/flask-vs-django/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_the_theme_switch_is_kept_and_applied_before_the_page_shows(page):
    page.goto("/")
    page.locator("[data-theme-switch]").click()
    chosen = page.evaluate("document.documentElement.dataset.theme")
    assert chosen in ("light", "dark")
    page.goto("/compare/quick/")
    assert page.evaluate("document.documentElement.dataset.theme") == chosen


def test_no_page_scrolls_sideways_on_a_phone(open_page, examples):
    page = open_page(viewport={"width": 360, "height": 740})
    wide = []
    for path in (
        "/",
        "/guide/flask-vs-django/",
        "/guide/fact-check/",
        "/guide/ecosystem/",
        "/compare/alternatives/",
        "/frameworks/django/",
        "/advisor/",
        f"/advisor/{examples['question']}/",
        f"/advisor/result/?{examples['answers']}",
        "/advisor/method/",
        "/search/?q=django",
        "/account/signup/",
    ):
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    assert wide == []
