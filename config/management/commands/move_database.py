"""`manage.py move_database --to postgres://...`: from SQLite to PostgreSQL."""

import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from config.backup.archive import ArchiveError
from config.moving import databases
from config.moving.copying import MoveError, copy_all
from config.moving.tables import tables


class Command(BaseCommand):
    help = "Copy every row into an empty PostgreSQL database, and check that it did."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to",
            required=True,
            metavar="URL",
            help="postgres://user@host/name; a password may also be in PGPASSWORD",
        )

    def handle(self, *args: object, **options) -> None:
        try:
            databases.refuse_source()
            with databases.opened(
                databases.TARGET, databases.target_config(options["to"])
            ) as target:
                databases.refuse_full(target)
                self.move(target, options["to"])
        except (MoveError, ArchiveError, DatabaseError, OSError) as error:
            raise CommandError(f"Not moved; nothing was changed. {error}") from error
        self.stdout.write(
            "Every table is the same on both. Now give the site this address as "
            "DATABASE_URL and start it. The SQLite file was only read: what is saved "
            "in it from now on is not in the new database."
        )

    def move(self, target: BaseDatabaseWrapper, url: str) -> None:
        try:
            self.stdout.write("Making the tables ...")
            databases.manage(url, "migrate", "--no-input")
            with (
                tempfile.TemporaryDirectory() as folder,
                databases.source_snapshot(Path(folder)) as source,
            ):
                copy_all(source, target, tables(), self.stdout.write)
            self.stdout.write("Building the search index ...")
            databases.manage(url, "update_index")
        except BaseException:
            databases.make_empty_again(target)
            raise
