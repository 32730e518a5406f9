"""What a database holds: which migrations were applied, how many rows are where."""

import tomllib
from typing import Any

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

Counts = dict[str, int]


def application_version() -> str:
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    return str(project["project"]["version"])


def applied_migrations(cursor: Any) -> list[list[str]]:
    cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
    return [[app, name] for app, name in cursor.fetchall()]


def row_counts(cursor: Any, tables: list[str]) -> Counts:
    counts = {}
    for table in sorted(tables):
        quoted = table.replace('"', '""')
        cursor.execute(f'SELECT count(*) FROM "{quoted}"')  # noqa: S608 - quoted
        counts[table] = cursor.fetchone()[0]
    return counts


def unknown_migrations(applied: list[list[str]]) -> list[str]:
    """Migrations this version of the code has never heard of: a newer schema."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    apps = {app for app, _ in known}
    return [
        f"{app}.{name}"
        for app, name in applied
        if (app, name) not in known and app in apps
    ]


def different(expected: Counts, found: Counts) -> list[str]:
    """Tables whose number of rows is not as expected."""
    return [
        f"{table}: {found.get(table, 'missing')} instead of {number}"
        for table, number in expected.items()
        if found.get(table) != number
    ]
