"""`manage.py prepare`: a database to serve from, filled if it is empty."""

from argparse import ArgumentParser
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site

from guide.editions import begin_edition
from guide.models import HomePage

LOCAL_NAMES = ("localhost", "127.0.0.1")
PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = "Migrate the database and fill an empty site with the shipped guide."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--origin", default=settings.BASE_URL, help="of the site")

    def handle(self, *args: object, **options) -> None:
        self.stdout.write("Preparing the database ...")
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        if not is_migrated():
            call_command("migrate", verbosity=0)
        if not HomePage.objects.exists():
            self.stdout.write("Filling the empty site with the shipped guide ...")
            for seed in ("seed_roles", "seed_guide", "seed_rule_set"):
                call_command(seed, stdout=self.stdout)
        name_site(options["origin"])
        # Templates and records of this version may show what no cache knows yet.
        begin_edition()


def is_migrated() -> bool:
    """Whether nothing is left to apply. `migrate` itself takes seconds to say so."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def name_site(origin: str) -> None:
    """Let feeds and the sitemap name this origin, unless an editor chose another."""
    parts = urlsplit(origin)
    site = Site.objects.filter(is_default_site=True, hostname__in=LOCAL_NAMES).first()
    name, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    if site is not None and (site.hostname, site.port) != (name, port):
        site.hostname, site.port = name, port
        site.save()
