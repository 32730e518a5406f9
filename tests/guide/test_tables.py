import pytest

from guide.tables import Note
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


def test_cells_follow_the_order_of_the_columns():
    one, two = make_framework(), make_framework()
    page = make_comparison([two, one], [row("Type", cell(one), cell(two))])
    table = page.table()
    assert [c.framework for c in table.rows[0].cells] == [two, one] == [*table.columns]


def test_notes_are_numbered_through_the_whole_table():
    one = make_framework()
    rows = [
        row("A", cell(one, notes=["<p>x</p>", "<p>y</p>"])),
        row("B", cell(one, notes=["<p>z</p>"])),
    ]
    table = make_comparison([one], rows).table()
    assert [(n.number, n.text.source) for n in table.notes] == [
        (1, "<p>x</p>"),
        (2, "<p>y</p>"),
        (3, "<p>z</p>"),
    ]


def test_notes_are_shown_as_letters():
    numbers = (1, 2, 26, 27, 53)
    assert [Note(n, "").letter for n in numbers] == ["a", "b", "z", "aa", "ba"]


def test_cited_claims_are_numbered_as_the_table_lists_them():
    one, first, second = make_framework(), make_claim(), make_claim()
    rows = [
        row("A", cell(one, claims=[first.pk])),
        row("B", cell(one, claims=[second.pk, first.pk])),
    ]
    table = make_comparison([one], rows).table()
    shown = [[c.number for c in cell.citations] for cell in table.cells()]
    assert shown == [[1], [2, 1]]
    assert table.claims == (first, second)


def test_words_decide_where_no_grade_applies():
    columns = [make_framework(), make_framework()]
    cells = [
        cell(framework, "not-applicable", text=f"<p>{framework.slug}</p>")
        for framework in columns
    ]
    table = make_comparison(columns, [row("Type", *cells)]).table()
    assert table.rows[0].is_ungraded
    assert not table.rows[0].is_same


def test_a_row_without_grades_shows_none(client):
    one = make_framework()
    rows = [row("Type", cell(one, "not-applicable")), row("Forms", cell(one))]
    html = client.get(make_comparison([one], rows).url).content.decode()
    assert "Not applicable" not in html
    assert "Built in" in html


def test_neighbouring_rows_share_a_group():
    one = make_framework()
    rows = [
        row("A", cell(one), group="Start"),
        row("B", cell(one), group="Start"),
        row("C", cell(one)),
    ]
    groups = make_comparison([one], rows).table().groups
    assert [(g.name, len(g.rows)) for g in groups] == [("Start", 2), ("", 1)]


@pytest.mark.parametrize(
    ("grades", "same"),
    [
        (("built-in", "built-in"), True),
        (("built-in", "add-on"), False),
        (("built-in", "not-applicable"), True),
        (("not-applicable", "not-applicable"), True),
    ],
)
def test_a_row_is_the_same_when_no_grade_differs(grades, same):
    columns = [make_framework(), make_framework()]
    cells = [cell(f, g) for f, g in zip(columns, grades, strict=True)]
    table = make_comparison(columns, [row("A", *cells)]).table()
    assert table.rows[0].is_same is same


def test_a_table_lists_each_claim_once():
    one, claim = make_framework(), make_claim()
    rows = [
        row("A", cell(one, claims=[claim.pk])),
        row("B", cell(one, claims=[claim.pk])),
    ]
    assert make_comparison([one], rows).table().claims == (claim,)


def test_an_unpublished_framework_leaves_the_table_with_its_cells():
    one, two = make_framework(), make_framework(live=False)
    table = make_comparison([one, two], [row("A", cell(one), cell(two))]).table()
    assert table.columns == (one,)
    assert len(table.rows[0].cells) == 1


def test_an_embedded_table_shows_what_its_page_says(client):
    one = make_framework(name="Bottle")
    table = make_comparison([one], [row("Number of files", cell(one))])
    page = make_article(sections=[section("T", ("comparison", {"page": table.pk}))])
    html = client.get(page.url).content.decode()
    assert "Number of files" in html
    table.rows[0].value["criterion"] = "How many files"
    table.save_revision().publish()
    assert "How many files" in client.get(page.url).content.decode()


def test_an_unpublished_table_is_not_shown_where_it_is_embedded(client):
    one = make_framework()
    table = make_comparison([one], [row("Secret", cell(one))], live=False)
    page = make_article(sections=[section("T", ("comparison", {"page": table.pk}))])
    html = client.get(page.url)
    assert html.status_code == 200
    assert "Secret" not in html.content.decode()


def test_a_table_offers_its_data_for_download(client):
    one = make_framework()
    page = make_comparison([one], [row("A", cell(one))], slug="files")
    html = client.get(page.url).content.decode()
    for address in (
        "/api/v1/comparisons/files?format=csv",
        "/api/v1/comparisons/files?format=markdown",
        "/api/v1/comparisons/files",
    ):
        assert f'href="{address}"' in html
