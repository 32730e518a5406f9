"""The seeded test database: read back where it is kept, else made and kept.

On SQLite it lives in memory. Migrating costs more than seeding and changes less often,
so that the migrated database is kept of its own.
"""

import io
from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests import kept_databases as kept

SEEDS = ("seed_roles", "seed_guide", "seed_rule_set")


def seeded_database() -> Iterator[None]:
    """Set the test database up, yield, tear it down."""
    if connection.vendor == "sqlite":
        previous = opened()
        fill()
    else:
        previous = setup_databases(verbosity=0, interactive=False)
        seed()
    yield
    teardown_databases(previous, verbosity=0)


def opened() -> list:
    """An empty database in memory, and what `teardown_databases` wants to know."""
    previous = [(connection, connection.settings_dict["NAME"], True)]
    name = connection.creation._get_test_db_name()
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    return previous


def fill() -> None:
    if kept.read_back(kept.seeded()):
        return
    was_migrated = kept.read_back(kept.migrated())
    # In any case: content types and permissions follow the models as they are now.
    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    if not was_migrated:
        kept.keep(kept.migrated())
    seed()
    kept.keep(kept.seeded())


def seed() -> None:
    for command in SEEDS:
        call_command(command, stdout=io.StringIO())
