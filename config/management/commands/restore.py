"""`manage.py restore FILE`: the site as it was when the archive was made."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from config.backup import media, postgresql, sqlite
from config.backup.archive import Archive, ArchiveError
from config.backup.schema_state import unknown_migrations

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


class Command(BaseCommand):
    help = "Put database and media of a backup in place. Stop the site first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="what `manage.py backup` wrote")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="replace what is there; it is kept aside, and you are told where",
        )

    def handle(self, *args: object, **options) -> None:
        try:
            archive = Archive(Path(options["file"]))
            archive.check()
            engine = engine_for(archive)
            refuse_newer(archive)
            if not options["overwrite"]:
                refuse_overwriting(engine)
            kept = put_back(archive, engine)
        except (ArchiveError, OSError, DatabaseError) as error:
            raise CommandError(f"Not restored. {error}") from error
        rows = sum(archive.manifest["tables"].values())
        self.stdout.write(
            f"Restored {rows:,} rows in {len(archive.manifest['tables'])} tables and "
            f"{len(archive.media())} files of {archive.manifest['made_at']}."
        )
        for where in kept:
            self.stdout.write(f"What was there before is kept: {where}")


def put_back(archive: Archive, engine: ModuleType) -> list[str]:
    """The files are ready beside their place before the database is touched."""
    moment = datetime.now(UTC)
    files = media.unpack(archive)
    try:
        kept: list[str] = engine.restore(archive, moment)
    except BaseException:
        if files:
            media.remove(files)
        raise
    return [*kept, *media.put_in_place(files, moment)]


def engine_for(archive: Archive) -> ModuleType:
    wanted = archive.manifest["engine"]
    if wanted != connection.vendor or wanted not in ENGINES:
        raise ArchiveError(
            f"It is of {wanted}, this site uses {connection.vendor}. Restore it where "
            f"DATABASE_URL names {wanted}; `move_database` goes on from there."
        )
    return ENGINES[wanted]


def refuse_newer(archive: Archive) -> None:
    if unknown := unknown_migrations(archive.manifest["migrations"]):
        raise ArchiveError(
            f"It was made by a newer version ({archive.manifest.get('application')}): "
            f"this one does not know {', '.join(unknown[:3])}. Upgrade first."
        )


def refuse_overwriting(engine: ModuleType) -> None:
    full = [
        name
        for name, empty in (
            ("database", engine.is_empty()),
            ("media", media.is_empty()),
        )
        if not empty
    ]
    if full:
        raise ArchiveError(
            f"There is something in the {' and the '.join(full)} already. With "
            "--overwrite it is put aside and replaced."
        )
