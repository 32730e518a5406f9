"""The seeded test database, kept between runs so that a run starts in a second.

Migrating and seeding takes most of a short run. On SQLite the result is kept as a file
named by the digest of everything that goes into it, and read back into memory.
"""

import hashlib
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(settings.DATA_DIR) / "test-databases"
SEEDS = ("seed_roles", "seed_guide", "seed_rule_set")


def seeded_database() -> Iterator[None]:
    """Set the test database up, yield, tear it down."""
    if connection.vendor != "sqlite":
        previous = built()
    elif kept().exists():
        previous = read_back()
    else:
        previous = built()
        keep()
    yield
    teardown_databases(previous, verbosity=0)


def built():
    previous = setup_databases(verbosity=0, interactive=False)
    for command in SEEDS:
        call_command(command, stdout=io.StringIO())
    return previous


def read_back():
    previous = [(connection, connection.settings_dict["NAME"], True)]
    name = connection.creation._get_test_db_name()
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    with sqlite3.connect(kept()) as source:
        source.backup(connection.connection)
    return previous


def keep() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stale in FOLDER.glob("*.sqlite3"):
        stale.unlink()
    unfinished = FOLDER / f"{kept().stem}.unfinished"
    with sqlite3.connect(unfinished) as target:
        connection.connection.backup(target)
    unfinished.rename(kept())


def kept() -> Path:
    return FOLDER / f"{digest_of_ingredients()}.sqlite3"


def digest_of_ingredients() -> str:
    """Of every package version, migration, model, seed and shipped word."""
    found = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for folder in ("config", "guide", "advisor"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".toml"):
                found.update(str(path.relative_to(ROOT)).encode())
                found.update(path.read_bytes())
    return found.hexdigest()[:32]
