"""SQLite: a snapshot of the live database, and putting a file in its place."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, connection

from config.backup.archive import Archive, ArchiveError, ArchiveWriter
from config.backup.schema_state import (
    Counts,
    applied_migrations,
    different,
    row_counts,
)
from guide.editions import continue_editions, current_edition

NAME = "database.sqlite3"
TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' "
    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)


def database_file() -> Path:
    return Path(connection.settings_dict["NAME"])


def write(archive: ArchiveWriter) -> dict[str, Any]:
    """Add a snapshot of one moment; writers go on meanwhile."""
    copy = archive.unfinished.with_name(f"{archive.unfinished.name}.sqlite3")
    try:
        snapshot(copy)
        with closing(sqlite3.connect(copy)) as opened:
            cursor = opened.cursor()
            about = {
                "migrations": applied_migrations(cursor),
                "tables": counts_in(cursor),
            }
        with copy.open("rb") as file:
            archive.add(NAME, file)
    finally:
        copy.unlink(missing_ok=True)
    return {"engine": "sqlite", "database": NAME, **about}


def snapshot(target: Path) -> None:
    """Through SQLite's own backup: copying the file would lose what is in the WAL."""
    target.touch(mode=0o600, exist_ok=False)
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        refuse_damaged(copy)


def counts_in(cursor: sqlite3.Cursor) -> Counts:
    cursor.execute(TABLES)
    return row_counts(cursor, [name for (name,) in cursor.fetchall()])


def refuse_damaged(opened: sqlite3.Connection) -> None:
    (verdict,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise ArchiveError(f"The database is damaged: {verdict}")
    if opened.execute("PRAGMA foreign_key_check").fetchone():
        raise ArchiveError("The database is damaged: a row refers to one that is gone.")


def is_empty() -> bool:
    place = database_file()
    if not place.exists() or not place.stat().st_size:
        return True
    try:
        with closing(sqlite3.connect(place)) as opened:
            return not opened.execute(TABLES).fetchone()
    except sqlite3.DatabaseError:
        return False  # damaged, so there is something


def restore(archive: Archive, moment: datetime) -> list[str]:
    """Build the new file beside the old one, then rename. Returns what was kept."""
    place = database_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    archive.refuse_without_room(place.parent)
    edition = close_others_out(place)
    new = place.with_name(f"{place.name}.restoring")
    new.unlink(missing_ok=True)
    try:
        archive.extract(NAME, new)
        check(archive, new)
        bring_up_to_date(new, edition)
        return put_in_place(new, place, moment)
    finally:
        new.unlink(missing_ok=True)


def check(archive: Archive, new: Path) -> None:
    try:
        with closing(sqlite3.connect(new)) as opened:
            refuse_damaged(opened)
            found = counts_in(opened.cursor())
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"The database in it cannot be read: {error}") from error
    if wrong := different(archive.manifest["tables"], found):
        raise ArchiveError(f"Rows are missing: {'; '.join(wrong)}")


def close_others_out(place: Path) -> int:
    """Refuse while another process has it open; returns the edition it was at."""
    connection.close()
    if not place.exists():
        return 0
    try:
        with closing(sqlite3.connect(place, timeout=2)) as opened:
            # Also empties the WAL. SQLite allows it only to whoever is alone.
            opened.execute("PRAGMA journal_mode=DELETE")
        return current_edition()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise ArchiveError(
                f"{place} is in use. Stop the site (and its worker) first."
            ) from error
        return 0
    except (sqlite3.DatabaseError, DatabaseError):
        return 0  # damaged, or of another kind: that is why it is being restored
    finally:
        connection.close()


def bring_up_to_date(new: Path, edition: int) -> None:
    """Migrate an older one, and begin an edition no cache has seen."""
    settings, place = connection.settings_dict, connection.settings_dict["NAME"]
    settings["NAME"] = str(new)
    try:
        call_command("migrate", interactive=False, verbosity=0)
        continue_editions(edition)
    finally:
        connection.close()
        settings["NAME"] = place
    with closing(sqlite3.connect(new)) as opened:
        opened.execute("PRAGMA journal_mode=DELETE")


def put_in_place(new: Path, place: Path, moment: datetime) -> list[str]:
    kept = []
    for suffix in ("-wal", "-shm", ""):
        old = place.with_name(place.name + suffix)
        if old.exists():
            aside = old.with_name(
                f"{place.name}.replaced-{moment:%Y%m%dT%H%M%SZ}{suffix}"
            )
            old.rename(aside)
            kept.append(str(aside))
    new.rename(place)
    return kept
