"""Tables as files: whatever stands in a cell, the file stays a table."""

import csv
import io
import re
from types import SimpleNamespace

import pytest
from wagtail.rich_text import RichText

from guide.table_files import as_csv, as_markdown, defused
from guide.tables import Cell, Note, Row, Table

NASTY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "  =1",
    "a | b",
    "a \\| b",
    "ends with \\",
    "\\\\| c",
    "`a | b`",
    "``",
    "<script>alert(1)</script>",
    "&lt;b&gt;",
    "[x](javascript:alert)",
    "# head",
    "1. item",
    "two\nlines",
    '"quoted", and; separated',
    "***",
]


def rich(text: str, tag: str = "p") -> RichText:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return RichText(f"<p><{tag}>{escaped}</{tag}></p>" if tag != "p" else
                    f"<p>{escaped}</p>")  # fmt: skip


def table(text: str, tag: str = "p") -> Table:
    """Two frameworks, two rows; `text` stands wherever an editor can type."""
    columns = tuple(SimpleNamespace(slug=s, name=f"{s} {text}") for s in ("a", "b"))
    cells = tuple(
        Cell(
            framework=framework,
            grade="built-in",
            text=rich(text, tag),
            notes=(Note(1, rich(text, tag)),),
            claims=(),
            is_opinion=True,
        )
        for framework in columns
    )
    rows = tuple(Row(text, text, text, cells) for _ in range(2))
    return Table(1, "nasty", text, text, "/compare/nasty/", columns, rows)


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_the_csv_is_a_formula(text):
    lines = list(csv.reader(io.StringIO(as_csv(table(text)))))
    assert [len(line) for line in lines] == [9] * 5
    for cell in (cell for line in lines for cell in line):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
        assert cell == cell.strip()


def test_the_csv_keeps_the_words():
    lines = list(csv.reader(io.StringIO(as_csv(table('a "quoted", word')))))
    assert lines[0][:5] == ["criterion", "group", "framework", "grade", "text"]
    assert lines[1][4] == 'a "quoted", word'


@pytest.mark.parametrize("text", ["=1", "\n=1", " +1", "\r-1", "＠x"])
def test_a_formula_is_marked_as_text(text):
    assert defused(text) == f"'{text.strip()}"


@pytest.mark.parametrize("tag", ["p", "code", "b"])
@pytest.mark.parametrize("text", NASTY)
def test_no_cell_breaks_the_markdown_table(text, tag):
    lines = as_markdown(table(text, tag)).splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 4
    for row in rows:
        assert len(ends_of_cells(row)) == 4, row
    assert len(lines) == 4 + len(rows) + 1 + 4


def ends_of_cells(row: str) -> list[int]:
    """Where pipes end cells, read both ways: is a pipe after `\\\\` escaped or not?"""
    after_any_backslash = [m.start() for m in re.finditer(r"(?<!\\)\|", row)]
    after_odd_backslashes = [
        m.start() for m in re.finditer(r"(?<!\\)(?:\\\\)*(\|)", row)
    ]
    assert len(after_any_backslash) == len(after_odd_backslashes)
    return after_any_backslash


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<img src=x>"])
def test_no_tag_of_a_cell_is_a_tag_of_the_file(text):
    assert not re.search(r"(?<!\\)<(?=[a-z/])", as_markdown(table(text)))


def test_the_markdown_keeps_links_and_numbers_its_notes():
    linked = RichText('<p>See <a href="https://example.org/a|b">this</a>.</p>')
    columns = (SimpleNamespace(slug="a", name="A"),)
    notes = (Note(1, rich("First.")), Note(2, rich("Second.")))
    cell = Cell(columns[0], "by-hand", linked, notes, (), True)
    rows = (Row("What", "", "", (cell,)),)

    text = as_markdown(Table(1, "t", "T", "S.", "/t/", columns, rows))

    assert (
        "| What | **By hand.** See [this](https://example.org/a\\|b). (1) (2) |" in text
    )
    assert text.endswith("\n1. First.\n2. Second.\n")


def test_a_line_break_in_a_cell_is_a_blank():
    broken = RichText("<p>one<br/>two</p><p>three</p>")
    columns = (SimpleNamespace(slug="a", name="A"),)
    rows = (Row("What", "", "", (Cell(columns[0], "add-on", broken, (), (), True),)),)
    text = as_markdown(Table(1, "t", "T", "S.", "/t/", columns, rows))
    assert "one two three" in text


def test_code_with_an_escaped_pipe_still_shows_both_characters():
    text = as_markdown(table("a \\| b", "code"))
    assert "<code>a &#92;&#124; b</code>" in text
    assert not re.search(r"`[^`]*&#124;", text.split("\n\n")[-2])
