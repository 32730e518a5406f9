"""No public page costs more queries for being longer."""

import pytest
from django.core.cache import cache
from wagtail.models import Page

from tests.guide.factories import (
    cell,
    make_article,
    make_case_study,
    make_claim,
    make_comparison,
    make_framework,
    row,
    section,
    text,
)

pytestmark = pytest.mark.django_db
MOST = 10  # on a shipped page
MOST_OF_ALL = 12  # on a page that refers to every kind of thing at once


def shipped_types():
    """The longest published page of each type."""
    return ["/", "/guide/", "/guide/flask-vs-django/", "/compare/", "/compare/quick/",
            "/frameworks/", "/frameworks/django/", "/guide/fact-check/"]  # fmt: skip


@pytest.mark.parametrize("path", shipped_types())
def test_a_shipped_page_costs_at_most_ten(client, django_assert_max_num_queries, path):
    client.get(path)
    with django_assert_max_num_queries(MOST):
        assert client.get(path).status_code == 200


def queries_for(client, page, django_assert_max_num_queries) -> int:
    client.get(page.url)  # site paths and content types are kept between requests
    with django_assert_max_num_queries(MOST_OF_ALL) as captured:
        assert client.get(page.url).status_code == 200
    return len(captured)


def article(size: int) -> Page:
    """`size` sections, each with claims, a table of its own and a table of releases."""
    framework = make_framework()
    target = make_article()
    sections = []
    for number in range(size):
        claims = [make_claim(sources=2) for _ in range(3)]
        table = table_page(2)
        linked = f'<p><a linktype="page" id="{target.pk}">x</a></p>'
        sections.append(
            section(
                f"S{number}",
                text(linked, claims),
                ("comparison", {"page": table.pk}),
                ("releases", {"framework": framework.pk}),
            )
        )
    return make_article(sections=sections)


def table_page(size: int) -> Page:
    """`size` rows by `size` columns, every cell with a claim of its own."""
    columns = [make_framework() for _ in range(size)]
    rows = [
        row(f"R{n}", *[cell(f, claims=[make_claim().pk]) for f in columns])
        for n in range(size)
    ]
    return make_comparison(columns, rows)


def case_study(size: int) -> Page:
    chose = [("framework", make_framework().pk) for _ in range(size)]
    return make_case_study(chose=chose, considered=chose, sections=article(1).sections)


def list_of_case_studies(size: int) -> Page:
    for _ in range(size):
        make_case_study()
    return make_article(sections=[section("All", ("case_studies", None))])


@pytest.mark.parametrize(
    "make", [article, table_page, case_study, list_of_case_studies]
)
def test_a_longer_page_costs_no_more(client, django_assert_max_num_queries, make):
    short, long = make(1), make(6)
    cache.clear()
    cost = queries_for(client, short, django_assert_max_num_queries)
    assert queries_for(client, long, django_assert_max_num_queries) == cost


def test_siblings_cost_nothing(client, django_assert_max_num_queries):
    page = make_article()
    before = queries_for(client, page, django_assert_max_num_queries)
    listed = queries_for(client, page.get_parent(), django_assert_max_num_queries)
    for _ in range(10):
        make_article()
    assert queries_for(client, page, django_assert_max_num_queries) == before
    after = queries_for(client, page.get_parent(), django_assert_max_num_queries)
    assert after == listed
