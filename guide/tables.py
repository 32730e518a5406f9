"""A comparison page as a table that templates and exports can simply walk."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.text import slugify

from guide.citations import MOST_ON_THE_PAGE, Citation, cite

if TYPE_CHECKING:
    from guide.shelf import Shelf


@dataclass(frozen=True)
class Note:
    number: int  # 1, 2, ... within one table
    text: Any  # RichText

    @property
    def letter(self) -> str:
        """a to z, then aa, ab and so on: numbers are for the evidence."""
        first, last = divmod(self.number - 1, 26)
        return (chr(96 + first) if first else "") + chr(97 + last)


@dataclass(frozen=True)
class Cell:
    framework: Any  # Framework, or None where it is gone
    grade: str
    text: Any  # RichText
    notes: tuple[Note, ...]
    claims: tuple[Any, ...]
    is_opinion: bool
    citations: tuple[Citation, ...] = ()  # its claims, numbered through the table

    @property
    def shows_opinion(self) -> bool:
        """Whether it needs an opinion mark besides those of its claims."""
        return self.is_opinion and all(c.mark != "opinion" for c in self.claims)


@dataclass(frozen=True)
class Row:
    criterion: str
    group: str
    explanation: str
    cells: tuple[Cell, ...]

    @property
    def anchor(self) -> str:
        return slugify(self.criterion) or "row"

    @property
    def is_ungraded(self) -> bool:
        """Whether "not applicable" is every grade: the words are the answer."""
        return all(cell.grade == "not-applicable" for cell in self.cells)

    @property
    def is_same(self) -> bool:
        """Whether no two frameworks differ in grade; "not applicable" never counts.

        Without any grade the words decide.
        """
        if self.is_ungraded:
            return len({cell.text.source for cell in self.cells}) < 2
        grades = {cell.grade for cell in self.cells} - {"not-applicable"}
        return len(grades) < 2


@dataclass(frozen=True)
class Group:
    name: str  # "" where the rows stand without a common heading
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    key: int  # of its page
    slug: str
    title: str
    summary: str
    url: str
    columns: tuple[Any, ...]
    rows: tuple[Row, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """Neighbouring rows of the same group, in the order of the page."""
        return tuple(
            Group(name, tuple(rows))
            for name, rows in groupby(self.rows, key=lambda row: row.group)
        )

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for cell in self.cells() for note in cell.notes)

    @property
    def claims(self) -> tuple[Any, ...]:
        """Every claim the table cites, once, in order of first use."""
        cited = {claim.pk: claim for cell in self.cells() for claim in cell.claims}
        return tuple(cited.values())

    @property
    def evidence_at(self) -> str:
        """What other pages put the numbers of its claims behind."""
        if len(self.claims) > MOST_ON_THE_PAGE:
            return reverse("guide:evidence", args=[self.key]) + "#e"
        return f"{self.url}#e"

    @property
    def width(self) -> int:
        """Columns, that of the criteria included."""
        return len(self.columns) + 1

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row.cells


def build_table(page, shelf: "Shelf") -> Table:
    """The published form of a comparison page; `shelf` holds what its cells name."""
    chosen = (framework.value for framework in page.columns)
    columns = [key for key in chosen if key in shelf.frameworks]
    rows = (in_columns(child.value, columns) for child in page.rows)
    return Table(
        key=page.pk,
        slug=page.slug,
        title=page.title,
        summary=page.summary,
        url=page.url,
        columns=tuple(shelf.chosen_frameworks(columns)),
        rows=tuple(numbered(build_row(row, shelf) for row in rows)),
    )


def in_columns(row: Mapping[str, Any], columns: list[int]) -> dict[str, Any]:
    """The row with its cells in the order of the table's columns."""
    cells = {cell["framework"]: cell for cell in row["cells"]}
    return {**row, "cells": [cells[key] for key in columns if key in cells]}


def build_row(row: Mapping[str, Any], shelf: "Shelf") -> Row:
    return Row(
        criterion=row.get("criterion", ""),
        group=row.get("group", ""),
        explanation=row.get("explanation", ""),
        cells=tuple(
            Cell(
                framework=shelf.frameworks.get(cell["framework"]),
                grade=cell["grade"],
                text=cell["text"],
                notes=tuple(Note(0, note) for note in cell["notes"]),
                claims=tuple(shelf.claims(cell["claims"])),
                is_opinion=bool(cell["opinion"]),
            )
            for cell in row["cells"]
        ),
    )


def numbered(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, notes and cited claims numbered from 1 through the whole table."""
    number = 0
    places: dict[int, int] = {}
    for row in rows:
        cells = []
        for cell in row.cells:
            notes = tuple(
                Note(number + place, note.text)
                for place, note in enumerate(cell.notes, start=1)
            )
            number += len(notes)
            citations = cite(cell.claims, places)
            cells.append(replace(cell, notes=notes, citations=citations))
        yield replace(row, cells=tuple(cells))
