"""`manage.py test`: the whole suite, run by pytest; arguments are pytest's own."""

import sys

import pytest
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Run the test suite with pytest; all arguments are passed on to it."
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        sys.exit(pytest.main(argv[2:]))
