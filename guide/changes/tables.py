"""Which cells of a comparison table changed."""

from collections.abc import Iterator
from typing import Any

from guide.changes.record import FieldChange, record_change
from guide.models.change import Change
from guide.shelf import Shelf, open_to_all
from guide.table_files import GRADE_WORDS, cell_as_data
from guide.tables import Cell, Row, Table, build_table


def record_table(before: Any, after: Any, why: str) -> None:
    """Record that page `after` went live; nothing while not everybody may read it."""
    if not open_to_all(type(after).objects.filter(pk=after.pk)).exists():
        return
    now = _table(after)
    fields = list(differences(_table(before), now)) if before else [_first(now)]
    if fields:
        record_change(
            kind=Change.Kind.TABLE_CHANGED,
            title=after.title,
            what=fields,
            why=why,
            url=after.url or "",
            about=after,
        )


def _table(page: Any) -> Table:
    return build_table(page, Shelf(page.references()))


def _first(table: Table) -> FieldChange:
    return FieldChange("", "", f"The table was published, with {len(table.rows)} rows.")


def differences(before: Table, after: Table) -> Iterator[FieldChange]:
    """Heading, columns, rows and cells that differ, in the order of the table."""
    for field, old, new in (
        ("Title", before.title, after.title),
        ("Summary", before.summary, after.summary),
        ("Columns", _names(before), _names(after)),
    ):
        if old != new:
            yield FieldChange(field, old, new)
    old_rows = {_key(row): row for row in before.rows}
    new_rows = {_key(row): row for row in after.rows}
    for key, row in new_rows.items():
        if key not in old_rows:
            yield FieldChange(f"Row “{row.criterion}”", "", _row_words(row))
        else:
            yield from _cells(old_rows[key], row)
    for key, row in old_rows.items():
        if key not in new_rows:
            yield FieldChange(f"Row “{row.criterion}”", _row_words(row), "")


def _key(row: Row) -> tuple[str, str]:
    return row.group, row.criterion


def _names(table: Table) -> str:
    return ", ".join(framework.name for framework in table.columns)


def _cells(before: Row, after: Row) -> Iterator[FieldChange]:
    if before.explanation != after.explanation:
        yield FieldChange(
            f"{after.criterion}, explanation", before.explanation, after.explanation
        )
    old = {cell.framework.pk: cell_words(cell) for cell in before.cells}
    for cell in after.cells:
        was, is_now = old.get(cell.framework.pk), cell_words(cell)
        if was is not None and was != is_now:
            yield FieldChange(f"{after.criterion}, {cell.framework.name}", was, is_now)


def _row_words(row: Row) -> str:
    return " ".join(f"{cell.framework.name}: {cell_words(cell)}" for cell in row.cells)


def cell_words(cell: Cell) -> str:
    """All that a reader sees in a cell, in one line."""
    data = cell_as_data(cell)
    words = [f"{GRADE_WORDS[data['grade']]}.", data["text"]]
    words += [f"({note})" for note in data["notes"]]
    if data["claims"]:
        words.append(f"Evidence: {', '.join(data['claims'])}.")
    if data["opinion"]:
        words.append("Opinion.")
    return " ".join(words)
