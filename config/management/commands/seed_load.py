"""`manage.py seed_load`: a database as large as in years, for benchmarks."""

import io
import time
from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.load_data import results
from config.load_data.claims import add_claims
from config.load_data.pages import add_pages
from guide.editions import begin_edition

SIZES = {
    "recommendations": 100_000,
    "pages": 1_000,
    "revisions": 10_000,
    "claims": 5_000,
}


class Command(BaseCommand):
    help = "Fill the database with made-up rows to measure with. Never on a real site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, size in SIZES.items():
            parser.add_argument(f"--{name}", type=int, default=size, metavar="N")
        parser.add_argument(
            "--in-production",
            action="store_true",
            help="really do it under production settings",
        )

    def handle(self, *args: object, **options) -> None:
        self.refuse(options)
        began = time.monotonic()
        with transaction.atomic():
            results.add_results(options["recommendations"])
            add_claims(options["claims"])
            add_pages(options["pages"], options["revisions"])
            begin_edition()
        self.stdout.write("Building the search index ...")
        call_command("update_index", verbosity=0, stdout=io.StringIO())
        made = ", ".join(f"{options[name]:,} {name}" for name in SIZES)
        self.stdout.write(f"{made} in {time.monotonic() - began:.0f} s.")

    def refuse(self, options: dict) -> None:
        in_production = settings.SETTINGS_MODULE.endswith(".production")
        if in_production and not options["in_production"]:
            raise CommandError("These are production settings. See --in-production.")
        if any(options[name] < 0 for name in SIZES):
            raise CommandError("Numbers of rows begin at 0.")
        if results.are_there():
            raise CommandError("This database was filled before.")
