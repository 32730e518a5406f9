"""Each shipped page and section."""

import re

import pytest

from guide.models import CaseStudyPage, FrameworkPage
from tests.guide.content.statements import CONTENT

PAGES = {
    f"{record.data.get('parent', '')}/{record.slug}": record.data
    for record in CONTENT.pages
}
SECTIONS = {
    f"{name}#{section['anchor']}": section
    for name, data in PAGES.items()
    for section in data.get("sections", [])
}
each_page = pytest.mark.parametrize("data", PAGES.values(), ids=PAGES.keys())
each_section = pytest.mark.parametrize(
    "section", SECTIONS.values(), ids=SECTIONS.keys()
)


@each_page
def test_a_page_sums_itself_up(data):
    assert 20 <= len(data["summary"]) <= 300
    assert data["summary"].endswith((".", "?"))


@each_page
def test_a_page_has_each_anchor_once(data):
    anchors = [section["anchor"] for section in data.get("sections", [])]
    assert len(anchors) == len(set(anchors))


@each_page
@pytest.mark.django_db
def test_a_page_is_published_with_all_its_sections(client, data):
    path = address(data)
    html = client.get(path).content.decode()
    missing = [
        section["anchor"]
        for section in data.get("sections", [])
        if f'id="{section["anchor"]}"' not in html
    ]
    assert missing == []
    assert "<h1>" in html


def address(data) -> str:
    above = {page["slug"]: page for page in PAGES.values() if page["type"] == "index"}
    parts, here = [], data
    while here["type"] != "home":
        parts.insert(0, here["slug"])
        here = above.get(here["parent"], {"type": "home"})
    return "".join(f"/{part}" for part in parts) + "/"


@each_section
def test_a_section_has_a_plain_anchor_and_content(section):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", section["anchor"])
    assert section["heading"]
    assert section["content"]


@pytest.mark.parametrize(
    "page",
    ["guide/flask-vs-django", "guide/ecosystem", "guide/fact-check", "frameworks/flask",
     "frameworks/django", "frameworks/fastapi", "frameworks/quart",
     "frameworks/litestar", "home/method", "home/about"],
)  # fmt: skip
def test_the_page_is_shipped(page):
    assert page in PAGES


@pytest.mark.django_db
def test_case_studies_have_outcomes_in_both_directions():
    pages = CaseStudyPage.objects.live()
    chosen = {slug for page in pages for slug in chosen_by(page)}
    assert {"flask", "django"} <= chosen


def chosen_by(page) -> list[str]:
    from guide.models import Framework

    keys = [framework.value for framework in page.chose]
    return list(Framework.objects.filter(pk__in=keys).values_list("slug", flat=True))


@pytest.mark.django_db
def test_every_framework_page_shows_its_support(client):
    for page in FrameworkPage.objects.live():
        assert "releases and support" in client.get(page.url).content.decode()


@pytest.mark.django_db
def test_no_markdown_is_left_in_the_pages(client):
    for data in PAGES.values():
        html = client.get(address(data)).content.decode()
        prose = re.sub(r"<(code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
        words = re.sub(r"<[^>]+>", " ", prose)
        assert not re.search(r"\*\*|\]\(|^#+ ", words, re.MULTILINE), address(data)
        # an underscore inside a word must not begin italics
        assert not re.search(r"\w<i>|</i>\w", html), address(data)
