"""A kept database is never an old one."""

import ast
import importlib
import inspect
import sqlite3
from types import SimpleNamespace

import pytest
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader

from tests import kept_databases as kept

OURS = [
    migration
    for (app, _), migration in sorted(MigrationLoader(None).disk_migrations.items())
    if type(migration).__module__.partition(".")[0] in kept.PACKAGES
]
NAMES = [str(migration) for migration in OURS]


@pytest.mark.parametrize("migration", OURS, ids=NAMES)
def test_what_a_migration_does_stands_in_its_own_file(migration):
    home = type(migration).__module__
    for operation in migration.operations:
        for part in (operation, *fields_of(operation)):
            module = type(part).__module__
            assert module == home or module.partition(".")[0] not in kept.PACKAGES
        if isinstance(operation, RunPython):
            assert operation.code.__module__ == home
            assert imported_by(home) == []


def fields_of(operation) -> list:
    named = [field for _, field in getattr(operation, "fields", [])]
    return [*named, *filter(None, [getattr(operation, "field", None)])]


def imported_by(module: str) -> list[str]:
    """The modules of ours that a migration imports anywhere in its file."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    names = [
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "."]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]
    return [name for name in names if name.partition(".")[0] in ("", *kept.PACKAGES)]


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A small project to change, with a folder of its own for what is kept."""
    for name in ("config/settings/base.py", "guide/migrations/0001.py", "advisor/a.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("x = 1\n")
    monkeypatch.setattr(kept, "ROOT", tmp_path)
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "kept")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["config/settings/base.py", "guide/migrations/0001.py"]
)
@pytest.mark.parametrize("kind", [kept.migrated, kept.seeded])
def test_settings_and_migrations_decide_about_both(name, kind, root):
    before = kind()
    (root / name).write_text("x = 2\n")
    assert kind() != before


@pytest.mark.parametrize("name", ["advisor/a.py", "guide/new.py", "guide/new.toml"])
def test_any_file_of_ours_decides_about_the_seeded_one(name, root):
    before = kept.seeded()
    (root / name).write_text("x = 2\n")
    assert kept.seeded() != before


def test_a_moved_line_between_files_is_a_change(root):
    (root / "advisor/b.py").write_text("")
    before = kept.seeded()
    (root / "advisor/a.py").write_text("")
    (root / "advisor/b.py").write_text("x = 1\n")
    assert kept.seeded() != before


@pytest.mark.parametrize("kind", [kept.migrated, kept.seeded])
def test_another_package_version_decides_about_both(kind, monkeypatch):
    before = kind()
    fewer = list(kept.distributions())[1:]
    monkeypatch.setattr(kept, "distributions", lambda: fewer)
    assert kind() != before


def test_what_is_not_kept_is_not_read_and_leaves_no_empty_file(root):
    assert not kept.read_back(kept.seeded())
    assert not kept.seeded().exists()


def test_what_is_kept_is_whole_and_few_are(root, monkeypatch):
    memory = sqlite3.connect(":memory:")
    monkeypatch.setattr(kept, "connection", SimpleNamespace(connection=memory))
    memory.execute("CREATE TABLE claim (number)")
    for number in range(kept.MOST + 2):
        memory.execute("INSERT INTO claim VALUES (?)", [number])
        memory.commit()
        (root / "advisor/a.py").write_text(f"x = {number}\n")
        kept.keep(kept.seeded())
    assert len(list(kept.FOLDER.iterdir())) == kept.MOST
    with sqlite3.connect(kept.seeded()) as copy:
        numbers = copy.execute("SELECT number FROM claim").fetchall()
    assert len(numbers) == kept.MOST + 2
