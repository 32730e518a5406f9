import pytest

from tests.guide.factories import (
    cell,
    make_article,
    make_claim,
    make_comparison,
    make_framework,
    row,
    section,
)

pytestmark = pytest.mark.django_db


def page_that_names(table, *more):
    named = ("comparison", {"page": table.pk, "only_named": True})
    return make_article(sections=[section("S", named, *more)])


def shown(client, page) -> str:
    return client.get(page.url).content.decode()


def table_of_two(**fields):
    one, two = make_framework(), make_framework()
    rows = [
        row("Admin", cell(one, "built-in", **fields), cell(two, "add-on")),
        row("Forms", cell(one, "built-in"), cell(two, "by-hand")),
    ]
    return make_comparison([one, two], rows), one, two


def test_a_named_table_says_what_it_holds_and_where(client):
    table, one, two = table_of_two()
    html = shown(client, page_that_names(table))
    assert f'id="{table.slug}"' in html
    assert f'href="{table.url}"' in html
    assert f"<b>{one.name}:</b> 2 built in" in html
    assert f"<b>{two.name}:</b> 1 by an add-on, 1 by hand" in html
    assert "<table" not in html


def test_a_named_table_without_grades_lists_its_criteria(client):
    framework = make_framework()
    rows = [row(name, cell(framework, "not-applicable")) for name in ("Type", "Age")]
    html = shown(client, page_that_names(make_comparison([framework], rows)))
    assert "Type, Age" in html


def test_a_draft_that_is_named_is_absent(client):
    table, *_ = table_of_two()
    page = page_that_names(table)
    table.unpublish()
    assert table.title not in shown(client, page)


def test_claims_of_a_named_table_are_not_counted_on_the_page(client):
    claim = make_claim()
    table, *_ = table_of_two(claims=[claim.pk])
    page = page_that_names(table)
    assert page.new_shelf().currency.total == 0


def test_a_table_shown_elsewhere_on_the_page_is_shown(client):
    table, *_ = table_of_two()
    page = page_that_names(table, ("comparison", {"page": table.pk}))
    assert shown(client, page).count("<table") == 1


def test_a_table_shown_on_another_page_keeps_its_files_at_home(client):
    table, *_ = table_of_two()
    page = make_article(sections=[section("S", ("comparison", {"page": table.pk}))])
    assert "format=csv" not in shown(client, page)
    assert "format=csv" in shown(client, table)
