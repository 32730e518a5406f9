"""How many claims of a page are current, at its end."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from guide.dates.currency import currency_of
from tests.guide.factories import (
    cell,
    make_article,
    make_claim,
    make_comparison,
    make_framework,
    row,
    section,
    text,
)

pytestmark = pytest.mark.django_db
DUE, AFTER = date(2027, 5, 22), date(2027, 5, 23)


def words(fresh: int, stale: int) -> tuple[str, str]:
    made = [make_claim() for _ in range(fresh)]
    made += [make_claim(review_by=date(2020, 1, 1)) for _ in range(stale)]
    currency = currency_of([*made, *made])
    return currency.current_in_words, currency.stale_in_words


@pytest.mark.parametrize(
    ("fresh", "stale", "current_in_words", "stale_in_words"),
    [
        (3, 0, "All 3 claims on this page are current", ""),
        (3, 2, "3 of 5 claims on this page are current", "2 need a re-check"),
        (1, 1, "1 of 2 claims on this page is current", "1 needs a re-check"),
        (0, 2, "0 of 2 claims on this page are current", "2 need a re-check"),
        (1, 0, "The one claim on this page is current", ""),
        (0, 1, "The one claim on this page is not current", "it needs a re-check"),
    ],
)
def test_it_is_said_in_plain_words(fresh, stale, current_in_words, stale_in_words):
    assert words(fresh, stale) == (current_in_words, stale_in_words)


def cited_page(*claims):
    return make_article(sections=[section("One", text("<p>So.</p>", [*claims]))])


def test_the_end_of_a_page_counts_and_leads_to_what_is_due(client, on_day):
    old = make_claim(statement="Long ago.", review_by=DUE)
    page = cited_page(old, make_claim(statement="Just now."))
    on_day(AFTER)

    html = client.get(page.url).content.decode()

    address = reverse("guide:stale_claims", args=[page.pk])
    assert "1 of 2 claims on this page is current" in html
    assert f'<a href="{address}">1 needs a re-check</a>' in html
    listed = client.get(address).content.decode()
    assert "Long ago." in listed
    assert "Just now." not in listed


def test_claims_of_an_embedded_table_count_too(client, on_day):
    framework = make_framework()
    old = make_claim(review_by=DUE)
    table = make_comparison([framework], [row("R", cell(framework, claims=[old.pk]))])
    both = ("comparison", {"page": table.pk})
    page = make_article(sections=[section("One", both, text("<p>.</p>", [old]))])
    on_day(AFTER)
    html = client.get(page.url).content.decode()
    assert "The one claim on this page is not current" in html


def test_the_fact_check_counts_what_it_lists(client):
    page = Page.objects.get(slug="fact-check").specific
    shelf = page.new_shelf()
    assert shelf.has_fact_check
    listed = {claim.pk for _, claim in shelf.fact_check}
    assert shelf.currency.total >= len(listed) > 20
    html = client.get(page.url).content.decode()
    assert f"All {shelf.currency.total} claims on this page are current" in html


def test_a_page_without_claims_says_nothing_about_them(client):
    html = client.get(make_article().url).content.decode()
    assert "on this page" not in html


def test_counting_costs_no_query(client, django_assert_num_queries):
    page = cited_page(*[make_claim() for _ in range(3)])
    shelf = page.new_shelf()
    assert len(shelf.ledger) == 3
    with django_assert_num_queries(0):
        assert shelf.currency.total == 3


def test_a_page_with_nothing_due_says_so_at_that_address(client):
    page = cited_page(make_claim())
    html = client.get(reverse("guide:stale_claims", args=[page.pk])).content.decode()
    assert "Nothing here is overdue" in html


def test_more_stale_claims_cost_no_more(client, on_day):
    few = cited_page(make_claim(review_by=DUE))
    many = cited_page(*[make_claim(review_by=DUE, sources=2) for _ in range(9)])
    on_day(AFTER)
    costs = []
    for page in (few, few, many):
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("guide:stale_claims", args=[page.pk]))
        costs.append(len(captured))
    assert costs[1] == costs[2] <= 10


def test_what_readers_may_not_see_has_no_such_list(client):
    private, draft = cited_page(make_claim()), cited_page(make_claim())
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    draft.unpublish()
    for key in (private.pk, draft.pk, 10**9, Page.get_first_root_node().pk):
        address = reverse("guide:stale_claims", args=[key])
        assert client.get(address).status_code == 404
