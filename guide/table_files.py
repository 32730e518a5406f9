"""A comparison table as data: for the API, and as CSV and Markdown files."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from wagtail.api.rich_text import APIRichText
from wagtail.rich_text import get_text_for_indexing

from guide.rich_text import INLINE_FEATURES
from guide.tables import Cell, Row, Table

GRADE_WORDS = {
    "built-in": "Built in",
    "add-on": "Common add-on",
    "by-hand": "By hand",
    "not-possible": "Not possible",
    "not-applicable": "Not applicable",
}
CSV_COLUMNS = ["criterion", "group", "framework", "grade", "text", "notes", "claims",
               "opinion"]  # fmt: skip
# A spreadsheet runs a cell that begins with one of these as a formula; some read the
# wide forms of East Asian keyboards as the narrow ones.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

# What Markdown reads as more than the character it is.
SPECIAL = re.compile(r"([\\`*_\[\]<>#&~])")
BEGINS_A_BLOCK = re.compile(r"^(\d*)([-+=.)])")
# A backslash at the end of a line, itself not escaped, breaks the line.
HARD_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def rows_as_data(table: Table) -> list[dict[str, Any]]:
    """Rows with typed cells, all text plain: the shape of `GET /comparisons/{slug}`."""
    return [
        {
            "criterion": row.criterion,
            "group": row.group,
            "explanation": row.explanation,
            "cells": [cell_as_data(cell) for cell in row.cells],
        }
        for row in table.rows
    ]


def cell_as_data(cell: Cell) -> dict[str, Any]:
    return {
        "framework": cell.framework.slug,
        "grade": cell.grade,
        "text": plain(cell.text),
        "notes": [plain(note.text) for note in cell.notes],
        "claims": [claim.slug for claim in cell.claims],
        "opinion": cell.is_opinion,
    }


def rows_today(table: Table) -> list[dict[str, Any]]:
    """The same, and of each cell whether a claim of it is past its review date."""
    rows = rows_as_data(table)
    for row, data in zip(table.rows, rows, strict=True):
        for cell, cell_data in zip(row.cells, data["cells"], strict=True):
            cell_data["stale"] = any(claim.is_stale for claim in cell.claims)
    return rows


def plain(rich_text: Any) -> str:
    """One line of plain text."""
    return " ".join(get_text_for_indexing(rich_text.source).split())


def as_csv(table: Table) -> str:
    """One line per cell, the header first. Safe to open in a spreadsheet."""
    rows = rows_today(table)
    marks = ["yes" if cell["stale"] else "no" for row in rows for cell in row["cells"]]
    lines = ([*line, mark] for line, mark in zip(csv_lines(rows), marks, strict=True))
    return csv_file([*CSV_COLUMNS, "stale"], lines)


def csv_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[str]]:
    """One line per cell of a table's rows, in the order of CSV_COLUMNS."""
    for row in rows:
        for cell in row["cells"]:
            yield [
                row["criterion"],
                row["group"],
                cell["framework"],
                cell["grade"],
                cell["text"],
                " | ".join(cell["notes"]),
                " ".join(cell["claims"]),
                "yes" if cell["opinion"] else "no",
            ]


def csv_file(header: list[str], lines: Iterable[list[str]]) -> str:
    """A CSV file whose cells no spreadsheet takes for formulas."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([defused(value) for value in line] for line in lines)
    return file.getvalue()


def defused(text: str) -> str:
    """One line that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(FORMULA_STARTS) else line


def as_markdown(table: Table) -> str:
    """A pipe table with its notes beneath, links kept."""
    names = [literal(framework.name) for framework in table.columns]
    lines = [
        f"# {literal(table.title)}",
        "",
        literal(table.summary),
        "",
        markdown_row(["Criterion", *names]),
        markdown_row(["---"] * table.width),
        *(
            markdown_row([literal(row.criterion), *cell_texts(row)])
            for row in table.rows
        ),
        "",
        *(f"{note.number}. {one_line(note.text)}" for note in table.notes),
    ]
    return "\n".join(lines).rstrip() + "\n"


def cell_texts(row: Row) -> list[str]:
    return [
        f"**{GRADE_WORDS[cell.grade]}.** {one_line(cell.text)}"
        + "".join(f" ({note.number})" for note in cell.notes)
        for cell in row.cells
    ]


def markdown_row(texts: list[str]) -> str:
    return "| " + " | ".join(without_pipes(text) for text in texts) + " |"


def one_line(rich_text: Any) -> str:
    """Rich text as Markdown on one line; Wagtail escapes what is meant literally."""
    markdown = APIRichText.serialize(
        rich_text.source, format="markdown", features=INLINE_FEATURES
    )
    return " ".join(HARD_BREAK.sub(r"\1 ", markdown).split())


def literal(text: str) -> str:
    """Plain text as Markdown that shows exactly this text, on one line."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return BEGINS_A_BLOCK.sub(r"\1\\\2", line)


def without_pipes(markdown: str) -> str:
    """The same text with no pipe that could end a table cell.

    A pipe is escaped with a backslash. After a backslash, where readers of Markdown
    disagree, it is an entity, and a piece of code becomes entities altogether.
    """
    without = CODE.sub(code_as_entities, markdown)
    return without.replace("\\|", "\\&#124;").replace("|", "\\|")


def code_as_entities(code: re.Match[str]) -> str:
    if "\\|" not in code[2]:
        return code[0]
    inner = "".join(
        char if char.isalnum() or char == " " else f"&#{ord(char)};" for char in code[2]
    )
    return f"<code>{inner}</code>"


RENDERERS: dict[str, Callable[[Table], str]] = {"csv": as_csv, "markdown": as_markdown}
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
}
