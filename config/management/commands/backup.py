"""`manage.py backup FOLDER_OR_FILE`: database and media in one archive."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from config.backup import media, postgresql, sqlite
from config.backup.archive import ArchiveError, ArchiveWriter
from config.backup.schema_state import application_version


class Command(BaseCommand):
    help = "Write database and media into one archive, while the site runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("place", help="a folder, or the file to write")

    def handle(self, *args: object, **options) -> None:
        place = file_for(Path(options["place"]))
        try:
            archive = ArchiveWriter(place)
        except OSError as error:
            raise CommandError(f"Cannot write {place}: {error.strerror}.") from error
        try:
            fill(archive)
        except (ArchiveError, OSError, DatabaseError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        finally:
            archive.give_up()
        self.stdout.write(f"{place}: {len(archive.files)} files, whole and checked.")
        if not media.is_here():
            self.stdout.write("Uploads are kept elsewhere and are not part of it.")
        self.stdout.write("Keep it safe: it holds accounts. Settings are not in it.")


def fill(archive: ArchiveWriter) -> None:
    engine = postgresql if connection.vendor == "postgresql" else sqlite
    media.add_new(archive)
    about = engine.write(archive)
    media.add_new(archive)
    made = {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "application": application_version(),
        "media": "here" if media.is_here() else "elsewhere",
    }
    archive.finish({**made, **about})


def file_for(place: Path) -> Path:
    if place.is_dir():
        return place / f"flask-or-django-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.zip"
    if place.exists():
        raise CommandError(f"{place} is there already. Backups are never overwritten.")
    return place
