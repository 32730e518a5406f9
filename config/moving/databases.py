"""The two databases of a move: a snapshot of the source, and an empty target."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environ
from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from config.backup.sqlite import snapshot
from config.moving.copying import MoveError

SOURCE, TARGET = "move_source", "move_target"


@contextmanager
def opened(alias: str, config: dict[str, object]) -> Iterator[BaseDatabaseWrapper]:
    """A further connection of this process, only while it is needed."""
    default = {**connections.databases["default"], "OPTIONS": {}, "CONN_MAX_AGE": 0}
    connections.databases[alias] = {**default, **config}
    try:
        yield connections[alias]
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.databases[alias]


def target_config(url: str) -> dict[str, object]:
    if not url.startswith(("postgres://", "postgresql://")):
        raise MoveError("--to must be an address like postgres://user@host/name.")
    return dict(environ.Env.db_url_config(url))


def refuse_source() -> None:
    if connection.vendor != "sqlite":
        raise MoveError(
            "This site does not use SQLite. From one PostgreSQL to another: "
            "`manage.py backup` here, `manage.py restore` there."
        )
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MoveError("This database is not up to date: `manage.py migrate` first.")


@contextmanager
def source_snapshot(folder: Path) -> Iterator[BaseDatabaseWrapper]:
    """A copy of one moment, so that nothing is ever written to the source."""
    copy = folder / "source.sqlite3"
    snapshot(copy)
    with opened(SOURCE, {"NAME": str(copy)}) as source:
        yield source


def refuse_full(target: BaseDatabaseWrapper) -> None:
    try:
        found = target.introspection.table_names()
    except DatabaseError as error:
        raise MoveError(f"The target cannot be reached: {error}") from error
    if found:
        raise MoveError(
            f"The target is not empty: it has {len(found)} tables, among them "
            f"{found[0]}. Make a new database for the move."
        )


def manage(url: str, *arguments: str) -> None:
    """Run one of our commands on the target, in a process of its own: migrations
    write to the default database, whichever they are told to migrate."""
    done = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise MoveError(f"`{arguments[0]}` failed on the target: {last[0]}")


def make_empty_again(target: BaseDatabaseWrapper) -> None:
    """There was nothing in it when we began, so all of it is ours."""
    target.close()
    names = map(target.ops.quote_name, target.introspection.table_names())
    if listed := ", ".join(names):
        with target.cursor() as cursor:
            cursor.execute(f"DROP TABLE {listed} CASCADE")
