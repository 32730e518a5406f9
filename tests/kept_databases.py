"""SQLite databases kept between runs, each named by a digest of what went into it."""

import contextlib
import hashlib
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(settings.DATA_DIR) / "test-databases"
PACKAGES = ("config", "guide", "advisor")
SUFFIX = ".sqlite3"
MOST = 3  # of a kind, for as many branches


def migrated() -> Path:
    """What all migrations make of an empty file.

    Installed packages, settings and our migrations decide that, and nothing else of
    ours: tests/site/test_kept_databases.py holds the migrations to it.
    """
    found = hashlib.sha256(f"{sys.version} {sqlite3.sqlite_version}".encode())
    for name, version in sorted((d.name, d.version) for d in distributions()):
        found.update(f"{name} {version}\n".encode())
    folders = [ROOT / "config/settings", *(ROOT / p / "migrations" for p in PACKAGES)]
    _add_files(found, folders)
    return _named("migrated", found)


def seeded() -> Path:
    """The same with the shipped guide and rule set: every file of ours decides."""
    found = hashlib.sha256(migrated().name.encode())
    _add_files(found, [ROOT / package for package in PACKAGES])
    return _named("seeded", found)


def _add_files(found: "hashlib._Hash", folders: Iterable[Path]) -> None:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = path.read_bytes()
                name = path.relative_to(ROOT)
                found.update(f"{name} {len(content)}\n".encode())
                found.update(content)


def _named(kind: str, found: "hashlib._Hash") -> Path:
    return FOLDER / f"{kind}-{found.hexdigest()[:32]}{SUFFIX}"


def read_back(kept: Path) -> bool:
    """Fill the open test database from `kept`; False where it is not kept."""
    try:
        # Reading only: SQLite would make a missing file, and it would be empty.
        source = sqlite3.connect(f"{kept.as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return False
    with contextlib.closing(source):
        source.backup(connection.connection)
    return True


def keep(kept: Path) -> None:
    """Write the open test database to `kept`, whole or not at all; drop old ones."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as private:
        unfinished = Path(private) / kept.name
        with contextlib.closing(sqlite3.connect(unfinished)) as target:
            connection.connection.backup(target)
        unfinished.replace(kept)
    kind = kept.name.partition("-")[0]
    files = sorted(FOLDER.glob(f"{kind}-*{SUFFIX}"), key=_age)
    for old in files[MOST:]:
        old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    """Newest first; a file that another run has just removed counts as oldest."""
    try:
        return -path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
