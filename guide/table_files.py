"""A comparison table as data: for the API, and as CSV and Markdown files."""

import csv
import io
from collections.abc import Callable
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
# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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


def plain(rich_text: Any) -> str:
    """One line of plain text."""
    return " ".join(get_text_for_indexing(rich_text.source).split())


def as_csv(table: Table) -> str:
    """One line per cell, the header first. Safe to open in a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        ["criterion", "group", "framework", "grade", "text", "notes", "claims",
         "opinion"]
    )  # fmt: skip
    for row in rows_as_data(table):
        for cell in row["cells"]:
            writer.writerow(
                [
                    *map(defused, (row["criterion"], row["group"], cell["framework"])),
                    cell["grade"],
                    defused(cell["text"]),
                    defused(" | ".join(cell["notes"])),
                    " ".join(cell["claims"]),
                    "yes" if cell["opinion"] else "no",
                ]
            )
    return file.getvalue()


def defused(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_markdown(table: Table) -> str:
    """A pipe table with its notes beneath, links kept."""
    names = [framework.name for framework in table.columns]
    lines = [
        f"# {table.title}",
        "",
        table.summary,
        "",
        markdown_row(["Criterion", *names]),
        markdown_row(["---"] * table.width),
        *(markdown_row([row.criterion, *cell_texts(row)]) for row in table.rows),
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
    return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |"


def one_line(rich_text: Any) -> str:
    markdown = APIRichText.serialize(
        rich_text.source, format="markdown", features=INLINE_FEATURES
    )
    return " ".join(markdown.split())


RENDERERS: dict[str, Callable[[Table], str]] = {"csv": as_csv, "markdown": as_markdown}
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
}
