import pytest
from wagtail.models import Page, PageViewRestriction

from guide.shelf import Shelf, open_to_all
from tests.guide.factories import (
    make_article,
    make_case_study,
    make_claim,
    make_comparison,
    make_framework,
    section,
    text,
)

pytestmark = pytest.mark.django_db


def link(page) -> str:
    return f'<p><a linktype="page" id="{page.pk}">x</a></p>'


def test_links_to_pages_of_many_texts_cost_one_query(django_assert_num_queries):
    target = make_article()
    page = make_article(
        sections=[section("S", *[text(link(target)) for _ in range(10)])]
    )
    shelf = Shelf(page.references())
    with django_assert_num_queries(1):
        shown = [
            shelf.prose(block.value["text"])
            for block in page.sections[0].value["content"]
        ]
    assert set(shown) == {f'<p><a href="{target.url}">x</a></p>'}


def test_a_link_to_an_unpublished_page_leads_nowhere():
    target = make_article(live=False)
    page = make_article(sections=[section("S", text(link(target)))])
    prose = Shelf(page.references()).prose(
        page.sections[0].value["content"][0].value["text"]
    )
    assert prose == "<p><a>x</a></p>"


def test_claims_come_in_the_order_they_are_named():
    one, two = make_claim(), make_claim()
    page = make_article(sections=[section("S", text("<p>x</p>", [two, one]))])
    shelf = Shelf(page.references())
    assert shelf.claims([two.pk, one.pk, 10**9, None]) == [two, one]


def test_a_shelf_of_nothing_asks_nothing(django_assert_num_queries):
    shelf = Shelf()
    with django_assert_num_queries(0):
        assert (shelf.ledger, shelf.frameworks, shelf.tables) == ({}, {}, {})


def test_a_table_in_a_private_section_is_absent():
    table = make_comparison([make_framework()], [])
    page = make_article(sections=[section("S", ("comparison", {"page": table.pk}))])
    assert list(Shelf(page.references()).tables) == [table.pk]
    PageViewRestriction.objects.create(
        page=table.get_parent(), restriction_type="login"
    )
    assert Shelf(page.references()).tables == {}


def test_open_to_all_agrees_with_wagtail():
    for page in (make_article(), make_case_study().get_parent()):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        pages = Page.objects.order_by("path")
        assert list(open_to_all(pages)) == list(pages.public())
