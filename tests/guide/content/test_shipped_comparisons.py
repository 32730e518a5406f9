"""Each shipped table and row."""

import pytest

from tests.guide.content.statements import CONTENT

TABLES = {record.slug: record.data for record in CONTENT.comparisons}
ROWS = {
    f"{slug}: {row['criterion']}": (data["frameworks"], row)
    for slug, data in TABLES.items()
    for row in data["rows"]
}


@pytest.mark.parametrize(("columns", "row"), ROWS.values(), ids=ROWS.keys())
def test_a_row_has_one_cell_for_each_column(columns, row):
    assert sorted(cell["framework"] for cell in row["cells"]) == sorted(columns)


@pytest.mark.parametrize(("columns", "row"), ROWS.values(), ids=ROWS.keys())
def test_a_row_says_what_it_compares(columns, row):
    assert row["criterion"]
    assert row["explanation"].endswith((".", "?"))


@pytest.mark.parametrize(
    ("slug", "rows", "frameworks"),
    [("quick", 8, ["django", "flask"]), ("ecosystem-2025", 6, ["django", "flask"])],
)
def test_the_tables_of_the_article_are_complete(slug, rows, frameworks):
    assert len(TABLES[slug]["rows"]) >= rows
    assert sorted(TABLES[slug]["frameworks"]) == frameworks


@pytest.mark.parametrize("slug", ["built-in", "support", "by-hand"])
def test_the_tables_that_the_article_lacks_are_there(slug):
    assert len(TABLES[slug]["rows"]) >= 5


@pytest.mark.parametrize("slug", TABLES)
def test_rows_of_one_group_stand_together(slug):
    groups = [row["group"] for row in TABLES[slug]["rows"]]
    runs = [
        group for place, group in enumerate(groups) if groups[:place][-1:] != [group]
    ]
    assert len(runs) == len(set(groups))


@pytest.mark.django_db
@pytest.mark.parametrize("slug", TABLES)
def test_a_table_has_its_page(client, slug):
    html = client.get(f"/compare/{slug}/").content.decode()
    for row in TABLES[slug]["rows"]:
        assert f'scope="row">{row["criterion"]} ' in html.replace("&#x27;", "'")
