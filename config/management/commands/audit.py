"""`manage.py audit`: locked packages with known vulnerabilities, through pip-audit."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.audit import AuditError, asked, faults_in


class Command(BaseCommand):
    help = "Fails where a locked package is vulnerable, or could not be looked up."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--lock", type=Path, default="requirements.lock")

    def handle(self, *args: Any, **options: Any) -> None:
        lock = settings.BASE_DIR / options["lock"]
        try:
            told = asked(lock)
            faults = faults_in(told, lock)
        except (AuditError, OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        if faults:
            raise CommandError("\n".join(faults))
        number = len(told["dependencies"])
        self.stdout.write(f"{number} packages looked up: no known vulnerabilities.")
