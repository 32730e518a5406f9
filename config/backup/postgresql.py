"""PostgreSQL: a dump of one snapshot with pg_dump, and back with pg_restore."""

import os
import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from config.backup.archive import Archive, ArchiveError, ArchiveWriter
from config.backup.schema_state import (
    Counts,
    applied_migrations,
    different,
    row_counts,
)
from guide.editions import continue_editions, current_edition

NAME = "database.dump"
# What libpq reads from its environment, by the names of connection parameters.
ENVIRONMENT = {
    "dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD",
    "host": "PGHOST", "port": "PGPORT", "service": "PGSERVICE",
    "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY",
}  # fmt: skip
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


def write(archive: ArchiveWriter) -> dict[str, Any]:
    """Add a dump; the counts beside it are of the very same snapshot."""
    with tempfile.TemporaryDirectory(dir=archive.place.parent) as folder:
        dump = Path(folder) / NAME
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (name,) = cursor.fetchone()
            about = {
                "migrations": applied_migrations(cursor),
                "tables": counts_in(cursor),
            }
            run(
                "pg_dump", "--format=custom", "--no-owner", "--no-privileges",
                "--exclude-schema=replaced_*", f"--snapshot={name}", f"--file={dump}",
            )  # fmt: skip
        with dump.open("rb") as file:
            archive.add(NAME, file)
    return {"engine": "postgresql", "database": NAME, **about}


def counts_in(cursor: Any) -> Counts:
    return row_counts(cursor, connection.introspection.table_names(cursor))


def without_pool() -> None:
    """One session and no more: others in our own process would count as the site's."""
    connection.close()
    if connection.settings_dict["OPTIONS"].get("pool"):
        connection.close_pool()  # type: ignore[attr-defined] # only this backend has it
        del connection.settings_dict["OPTIONS"]["pool"]


def is_empty() -> bool:
    return not connection.introspection.table_names()


def restore(archive: Archive, moment: datetime) -> list[str]:
    """In one transaction, beside what was there; returns where that is kept."""
    without_pool()
    with tempfile.TemporaryDirectory() as folder:
        archive.refuse_without_room(Path(folder))
        dump = Path(folder) / NAME
        archive.extract(NAME, dump)
        edition, aside = put_aside(moment)
        try:
            connection.close()
            run(
                "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner",
                "--no-privileges", f"--dbname={database_name()}", str(dump),
            )  # fmt: skip
            check(archive)
            call_command("migrate", interactive=False, verbosity=0)
            continue_editions(edition)
        except BaseException:
            bring_back(aside)
            raise
    return [f"schema {aside} (remove it with: DROP SCHEMA {aside} CASCADE)"] * bool(
        aside
    )


def put_aside(moment: datetime) -> tuple[int, str]:
    """Rename the schema that is there; ("", edition 0) where there is nothing."""
    if is_empty():
        return 0, ""
    edition = current_edition_or_none()
    aside = f"replaced_{moment:%Y%m%dt%H%M%S}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(OTHERS)
        if cursor.fetchone()[0]:
            raise ArchiveError("The database is in use. Stop the site first.")
        cursor.execute(f"ALTER SCHEMA public RENAME TO {aside}")
        cursor.execute("CREATE SCHEMA public")
    return edition, aside


def bring_back(aside: str) -> None:
    """As it was: what came in half is removed."""
    connection.close()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        if aside:
            cursor.execute(f"ALTER SCHEMA {aside} RENAME TO public")
        else:
            cursor.execute("CREATE SCHEMA public")


def check(archive: Archive) -> None:
    with connection.cursor() as cursor:
        found = counts_in(cursor)
    if wrong := different(archive.manifest["tables"], found):
        raise ArchiveError(f"Rows are missing: {'; '.join(wrong)}")


def current_edition_or_none() -> int:
    if "guide_edition" not in connection.introspection.table_names():
        return 0
    return current_edition()


def run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on our database."""
    found = find(program)
    done = subprocess.run(
        [found, *arguments],
        env=os.environ | connection_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ArchiveError(f"{program} failed: {done.stderr.strip()}")


def find(program: str) -> str:
    """Of the server's own version where several are installed."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        major = int(cursor.fetchone()[0]) // 10_000
    versioned = Path(f"/usr/lib/postgresql/{major}/bin/{program}")
    found = str(versioned) if versioned.exists() else shutil.which(program)
    if found is None:
        raise ArchiveError(
            f"This needs {program}, which is not installed. Debian and Ubuntu: "
            f"apt install postgresql-client-{major}; macOS: brew install libpq."
        )
    return found


def connection_environment() -> dict[str, str]:
    parameters = connection.get_connection_params()
    return {
        variable: str(parameters[name])
        for name, variable in ENVIRONMENT.items()
        if parameters.get(name)
    }


def database_name() -> str:
    return str(connection.settings_dict["NAME"])
