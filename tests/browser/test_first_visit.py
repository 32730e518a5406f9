"""What a first visit costs over the wire, and whether anything moves while it loads."""

from urllib.parse import urlsplit

import pytest

ARTICLE = "/guide/flask-vs-django/"
PHONE = {"viewport": {"width": 360, "height": 740}}
DESK = {"viewport": {"width": 1440, "height": 900}}
LOADED = """
async () => {
  await document.fonts.ready;
  await new Promise((done) => setTimeout(done, 500));
  const all = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ];
  return all.map((entry) => [entry.name, entry.transferSize]);
}
"""
SHIFTS = """
() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 700);
})
"""
SLOWLY = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 4_000,  # bytes a second
    "uploadThroughput": 30_000,
}
UNSEEN = 0.005  # half a header that comes before its other half


def loaded(page) -> dict[str, int]:
    return dict(page.evaluate(LOADED))


def test_the_article_comes_in_eight_requests_and_120_kilobytes(open_page, site):
    page = open_page()
    page.goto(ARTICLE)
    received = loaded(page)
    assert len(received) <= 8
    assert 0 < sum(received.values()) <= 120_000
    assert {urlsplit(name).netloc for name in received} == {urlsplit(site.url).netloc}


@pytest.mark.parametrize("kind", ["home", "table", "question", "verdict"])
def test_other_pages_take_eight_requests_and_no_third_party(
    open_page, site, examples, kind
):
    page = open_page()
    paths = {
        "home": "/",
        "table": "/compare/quick/",
        "question": f"/advisor/{examples['question']}/?mode=quick",
        "verdict": f"/advisor/result/?{examples['answers']}",
    }
    page.goto(paths[kind])
    received = loaded(page)
    assert 0 < len(received) <= 8
    assert {urlsplit(name).netloc for name in received} == {urlsplit(site.url).netloc}


def test_the_next_question_comes_in_forty_kilobytes(open_page, examples):
    page = open_page()
    page.goto(f"/advisor/{examples['question']}/?mode=quick")
    before = loaded(page)
    page.locator(".option").first.click()
    page.locator("button[value=next]").click()
    page.wait_for_url(lambda url: f"/{examples['question']}/" not in url)
    page.locator(".question").wait_for()
    step = {name: size for name, size in loaded(page).items() if name not in before}
    assert step
    assert 0 < sum(step.values()) <= 40_000


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["/", ARTICLE, "/compare/quick/", "/advisor/"])
def test_nothing_moves_while_a_page_loads(open_page, path, screen):
    page = open_page(**screen)
    page.goto(path)
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["/", "/compare/quick/", "/compare/alternatives/"])
def test_nothing_moves_while_a_page_comes_bit_by_bit(open_page, path, screen):
    page = open_page(**screen)
    page.goto("/compare/built-in/")  # the style sheets are here before the page
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOWLY)
    page.goto(path)
    assert page.evaluate(SHIFTS) < UNSEEN


def test_an_evidence_line_of_the_article_opens_on_its_entries(open_page):
    page = open_page()
    page.goto(ARTICLE)
    line = page.locator("details.claim-marks").first
    line.locator("summary").click()
    line.locator(".claim-evidence").first.wait_for()


def test_without_scripts_an_evidence_line_leads_to_its_entries(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(ARTICLE)
    line = page.locator("details.claim-marks").first
    line.locator("summary").click()
    line.locator("p a").first.click()
    assert "/claims/on/" in page.url
    assert page.locator(".claim-list__item").count() > 60
