"""Every row into the target, in one transaction, and read back to be sure."""

from collections.abc import Callable, Iterator

import psycopg
from django.core.management.color import no_style
from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from config.moving.digests import Tally, tally
from config.moving.tables import SEARCH_INDEX, Row, Table

Report = Callable[[str], None]


class MoveError(Exception):
    """The move did not happen; the message says where it stopped."""


def copy_all(
    source: BaseDatabaseWrapper,
    target: BaseDatabaseWrapper,
    tables: list[Table],
    report: Report,
) -> None:
    """All of `tables`, or nothing: raises MoveError and leaves the target as it was.

    Written below Django's models: no signal is sent, no date set anew, paths of pages
    and keys of content types stay what they are. Foreign keys wait for the end.
    """
    with transaction.atomic(using=target.alias):
        empty(target, tables)
        tallies = [copy(source, target, table) for table in tables]
        with target.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            models = [table.model for table in tables]
            for statement in target.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
        for sent in tallies:
            verify(target, sent)
            rows, digest = sent.said
            report(f"{sent.table.name:<45}{rows:>9,} rows  {digest[:16]}  the same")


def empty(target: BaseDatabaseWrapper, tables: list[Table]) -> None:
    """Of what the migrations themselves put in: it comes with the source."""
    search = [
        name
        for name in target.introspection.table_names()
        if name.startswith(SEARCH_INDEX)
    ]
    names = [target.ops.quote_name(t) for t in [*(t.name for t in tables), *search]]
    with target.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(names)}")


def copy(
    source: BaseDatabaseWrapper, target: BaseDatabaseWrapper, table: Table
) -> Tally:
    found = Tally(table)
    columns = ", ".join(map(target.ops.quote_name, table.columns))
    statement = f"COPY {target.ops.quote_name(table.name)} ({columns}) FROM STDIN"
    try:
        with target.cursor() as cursor, cursor.copy(statement) as stream:
            for row in counted(table.rows(source), found):
                stream.write_row(row)
    except (psycopg.Error, DatabaseError, ValueError) as error:
        raise MoveError(f"{table.name}, near row {found.rows}: {error}") from error
    return found


def counted(rows: Iterator[Row], found: Tally) -> Iterator[Row]:
    for row in rows:
        found.add(row)
        yield row


def verify(target: BaseDatabaseWrapper, sent: Tally) -> None:
    arrived = tally(sent.table, sent.table.rows(target))
    if arrived.said != sent.said:
        raise MoveError(
            f"{sent.table.name}: sent {sent.rows:,} rows, found {arrived.rows:,}, "
            "and their digests differ."
        )
