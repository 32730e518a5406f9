"""A site of its own for a test: a database, a folder, and commands run on them.

The database is of the kind the suite runs on, so that each run covers its own.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Installation:
    folder: Path
    url: str

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @property
    def file(self) -> Path:
        """The database's file, on SQLite."""
        return self.folder / "site.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.url,
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        }

    def manage(self, *arguments: str, fails: bool = False) -> str:
        """What the command said; it must succeed, or fail without a stack trace."""
        done = self.python("manage.py", *arguments)
        said = done.stdout + done.stderr
        assert (done.returncode != 0) is fails, said
        assert "Traceback" not in said, said
        return said

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    @contextmanager
    def running(self, script: str) -> Iterator[Path]:
        """A process beside the test, until its input ends; yields what it says."""
        said = self.folder / f"{uuid4().hex}.said"
        with said.open("w") as output:
            process = subprocess.Popen(
                [sys.executable, script],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=output,
            )
            try:
                yield said
            finally:
                process.communicate(timeout=60)
            assert process.returncode == 0

    def sql(self, statement: str) -> list[tuple]:
        """Run one statement from outside, as anybody with the database could."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.file)) as opened, opened:
                return opened.execute(statement).fetchall()
        import psycopg

        with psycopg.connect(self.url) as opened:
            cursor = opened.execute(statement)
            return cursor.fetchall() if cursor.description else []


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'site.sqlite3'}"


def empty_installation(folder: Path) -> Installation:
    """With no table at all."""
    folder.mkdir(parents=True)
    if connection.vendor == "sqlite":
        return Installation(folder, sqlite_url(folder))
    return Installation(folder, server_url(on_server("CREATE DATABASE {}")))


def seeded_installation(folder: Path) -> Installation:
    """With what the test database holds: the shipped guide and rule set."""
    folder.mkdir(parents=True)
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(folder / "site.sqlite3")) as copy:
            connection.connection.backup(copy)
        return Installation(folder, sqlite_url(folder))
    template = connection.settings_dict["NAME"]
    connection.close()
    if connection.settings_dict["OPTIONS"].get("pool"):
        connection.close_pool()  # a template may have no session
    made = on_server(f'CREATE DATABASE {{}} TEMPLATE "{template}"')
    return Installation(folder, server_url(made))


def remove(installation: Installation) -> None:
    if not installation.url.startswith("sqlite"):
        name = installation.url.rpartition("/")[2]
        on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def on_server(statement: str) -> str:
    """Run a statement beside all databases; `{}` stands for a new name."""
    import psycopg

    name = f"site_{uuid4().hex[:12]}"
    parameters = {**server_parameters(), "dbname": "postgres"}
    with psycopg.connect(**parameters, autocommit=True) as server:
        server.execute(statement.format(name))
    return name


def server_parameters() -> dict[str, str]:
    said = connection.settings_dict
    given = {
        "host": said["HOST"], "port": said["PORT"],
        "user": said["USER"], "password": said["PASSWORD"],
    }  # fmt: skip
    return {name: str(value) for name, value in given.items() if value}


def server_url(name: str) -> str:
    said = server_parameters()
    password = f":{quote(said['password'], safe='')}" if "password" in said else ""
    where = f"{quote(said['host'], safe='')}:{said.get('port', 5432)}"
    return f"postgres://{said['user']}{password}@{where}/{name}"
