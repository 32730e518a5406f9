"""`manage.py sbom`: the bill of materials, to standard output or a file."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.bill_of_materials import bill_of_materials


class Command(BaseCommand):
    help = "Writes what the site is made of as CycloneDX 1.6 JSON, from a lock file."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--lock", type=Path, default="requirements.lock")
        parser.add_argument("--output", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        lock = settings.BASE_DIR / options["lock"]
        try:
            document = bill_of_materials(lock, datetime.now(UTC))
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        text = json.dumps(document, indent=2)
        if options["output"] is None:
            self.stdout.write(text)
            return
        options["output"].write_text(f"{text}\n", encoding="utf-8")
        self.stdout.write(f"{len(document['components'])} components written.")
