"""What a reader downloads stays light: bytes of pages, styles and scripts."""

import gzip

import pytest
from django.conf import settings

from config.bundles import BundleFinder
from tests.guide.factories import cell, make_claim, make_comparison, make_framework, row

pytestmark = pytest.mark.django_db
ARTICLE = "/guide/flask-vs-django/"
MOST = {
    "/": (60_000, 12_000),
    ARTICLE: (110_000, 21_500),
    "/guide/code-side-by-side/": (60_000, 12_000),
    "/guide/ecosystem/": (100_000, 15_000),
    "/compare/built-in/": (100_000, 15_000),
    "/compare/alternatives/": (100_000, 15_000),
    "/lab/": (110_000, 16_000),
}


def wire(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def bundle(name: str) -> bytes:
    return BundleFinder().build(f"bundles/{name}").read_bytes()


def scripts() -> int:
    head = (settings.BASE_DIR / "static/head/theme.js").read_bytes()
    return wire(bundle("site.js")) + wire(head)


@pytest.mark.parametrize("path", MOST)
def test_a_page_stays_within_its_budget(client, path):
    html = client.get(path).content
    plain, compressed = MOST[path]
    assert len(html) < plain
    assert wire(html) < compressed


def test_the_article_with_style_and_scripts_is_at_most_thirty_kilobytes(client):
    html = client.get(ARTICLE).content
    assert b"bundles/more.css" not in html
    assert wire(html) + wire(bundle("site.css")) + scripts() <= 30_000


def test_the_scripts_are_at_most_fifteen_kilobytes():
    assert scripts() <= 15_000


def test_a_page_with_a_program_has_its_styles(client):
    assert b"bundles/more.css" in client.get("/guide/code-side-by-side/").content


def test_a_question_is_at_most_forty_kilobytes(client):
    answer = client.get("/advisor/existing/?mode=quick")
    assert answer.status_code == 200
    assert len(answer.content) <= 40_000


@pytest.mark.parametrize(("frameworks", "criteria"), [(10, 20), (20, 10)])
def test_a_table_of_two_hundred_cells_is_at_most_a_hundred_kilobytes(
    client, frameworks, criteria
):
    columns = [make_framework() for _ in range(frameworks)]
    words = "<p>It has one in its core, and the documentation says how to use it.</p>"
    rows = [
        row(
            f"Criterion {number}",
            *[cell(f, text=words, claims=[make_claim().pk]) for f in columns],
        )
        for number in range(criteria)
    ]
    page = make_comparison(columns, rows)
    html = client.get(page.url).content
    assert html.count(b"<td ") == 200
    assert len(html) <= 100_000
    assert f'href="/claims/on/{page.pk}/#e200"'.encode() in html
    assert b'id="e200"' in client.get(f"/claims/on/{page.pk}/").content
