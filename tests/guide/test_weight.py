"""What a reader downloads stays light: bytes of HTML, plain and compressed."""

import gzip

import pytest

pytestmark = pytest.mark.django_db
MOST = {
    "/": (60_000, 12_000),
    "/guide/flask-vs-django/": (250_000, 38_500),
    "/guide/ecosystem/": (100_000, 15_000),
    "/compare/built-in/": (100_000, 15_000),
    "/compare/alternatives/": (100_000, 15_000),
    "/lab/": (110_000, 16_000),
}


@pytest.mark.parametrize("path", MOST)
def test_a_page_stays_within_its_budget(client, path):
    html = client.get(path).content
    plain, compressed = MOST[path]
    assert len(html) < plain
    assert len(gzip.compress(html, 6)) < compressed
