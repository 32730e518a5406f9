"""A site of its own, started with the README's command, and members who may save."""

import json
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.load.harness.processes import Program, answers, free_port, manage, wait_until
from tests.load.harness.traffic import HOST, Call, Client

MEMBERS = 48  # one may keep 1,000: enough for half a minute of anybody's speed
MAKE_MEMBERS = """
import json
from wagtail.models import APIToken
from advisor.models import User
tokens = []
for number in range({}):
    user, _ = User.objects.get_or_create(username=f"saver-{{number}}")
    tokens.append(APIToken.create_token(user=user, name="load")[1])
print("tokens", json.dumps(tokens))
"""
NO_LIMITS = {
    "API_RATE_ANONYMOUS": "1000000/m",
    "API_RATE_MEMBER": "1000000/m",
    "API_RATE_ANALYSES": "1000000/m",
}


def prepared(folder: Path, database: str = "") -> tuple[Path, list[str]]:
    """A data folder with a filled site, and its members' tokens. Takes a while."""
    data = folder / f"prepared-{uuid4().hex[:6]}"
    data.mkdir()
    environment = environment_of(data, database)
    manage(environment, "prepare")
    told = manage(environment, "shell", "-c", MAKE_MEMBERS.format(MEMBERS))
    return data, json.loads(told.split("tokens")[-1])


def environment_of(data: Path, database: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATA_DIR": str(data),
        "ALLOWED_HOSTS": f"{HOST},127.0.0.1,localhost",
        **NO_LIMITS,
        **({"DATABASE_URL": database} if database else {}),
    }


class Site:
    """`manage.py start` with two workers on a copy of a prepared site."""

    def __init__(
        self,
        stack: ExitStack,
        prepared_site: tuple[Path, list[str]],
        database: str = "",
        folder: Path | None = None,
        **more: str,
    ) -> None:
        source, self.tokens = prepared_site
        self.data = (folder or source.parent) / f"site-{uuid4().hex[:6]}"
        shutil.copytree(source, self.data)
        stack.callback(shutil.rmtree, self.data, ignore_errors=True)
        self.database = database
        self.environment = {**environment_of(self.data, database), **more}
        self.port = free_port()
        command = [sys.executable, "manage.py", "start", "--workers", "2"]
        self.server = Program(
            [*command, "--port", str(self.port)],
            self.data / "server.log",
            self.environment,
        )
        stack.callback(self.server.stop)

    def start(self) -> "Site":
        self.server.start()
        url = f"http://127.0.0.1:{self.port}/healthz"
        wait_until(lambda: answers(url), "The site", self.server)
        return self

    def warm(self, next_call: Callable[[random.Random], Call], calls: int = 40) -> None:
        """What only the first calls of a process pay is not what is measured."""
        chance = random.Random(99)
        for _ in range(calls):
            client = Client(self.port)  # a connection each: every worker gets some
            client.send(next_call(chance))
            client.close()

    @property
    def log(self) -> str:
        return self.server.log.read_text(errors="replace")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Straight from the database, without the site."""
        if not self.database:
            with closing(sqlite3.connect(self.data / "site.sqlite3")) as file:
                return file.execute(query).fetchall()
        import psycopg

        with psycopg.connect(self.database) as connection:
            return connection.execute(query).fetchall()

    def saving(self, chance: random.Random, mark: str = "") -> Call:
        """A call that saves a recommendation whose title no other has, after `mark`."""
        name = mark + uuid4().hex
        headers = {
            "Authorization": f"Bearer {chance.choice(self.tokens)}",
            "Idempotency-Key": name,
        }
        body = {"title": name, "answers": {}}
        return Call("/api/v1/recommendations", "POST", body, headers)
