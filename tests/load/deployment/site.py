"""Everything compose.yaml starts, without containers."""

import secrets
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import yaml

from tests.load.harness.processes import (
    ROOT,
    Program,
    application,
    free_port,
    manage,
    nginx,
    postgres,
    redis,
)
from tests.load.harness.traffic import HOST

ARTICLE = "/guide/flask-vs-django/"


class Deployment:
    """Everything compose.yaml starts, with its environment and commands."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
        services = self.compose["services"]
        self.postgres = stack.enter_context(postgres(folder))
        self.redis, redis_port = stack.enter_context(redis(folder))
        self.environment = self.local(
            services["app-1"]["environment"], folder, redis_port
        )
        prepare = services["setup"]["command"]
        manage(self.environment, *prepare[prepare.index("manage.py") + 1 :])
        manage(self.environment, "collectstatic", "--noinput")
        self.worker = self.running(services["worker"]["command"], folder)
        stack.callback(self.worker.stop)
        names = [name for name in services if name.startswith("app-")]
        self.ports = [free_port() for _ in names]
        self.apps = []
        for port in self.ports:
            self.apps.append(application(folder, port, self.environment))
            stack.callback(self.apps[-1].stop)
        self.port = stack.enter_context(nginx(folder, self.ports)).port
        self.pages = folder / "pages"

    def local(
        self, given: dict[str, Any], folder: Path, redis_port: int
    ) -> dict[str, str]:
        """The environment of an application, with this machine's places in it."""
        here = {
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
            "BASE_URL": f"https://{HOST}",
            "DATABASE_URL": self.postgres.url,
            "CACHE_URL": f"redis://127.0.0.1:{redis_port}/1",
            "EMAIL_URL": "consolemail://",
            "SECURE_SSL_REDIRECT": "true",
            "PROXY_CACHE_FOLDER": str(folder / "pages"),
        }
        missing = set(given) - set(here) - {"TASK_WORKER", "NUM_PROXIES"}
        if missing:
            raise RuntimeError(f"compose.yaml sets {missing}, which nothing here knows")
        data = folder / "data"
        data.mkdir()
        return {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "DATA_DIR": str(data),
            **{name: str(here.get(name, value)) for name, value in given.items()},
        }

    def running(self, command: list[str], folder: Path) -> Program:
        words = [sys.executable, *command[1:]]
        return Program(words, folder / "worker.log", self.environment).start()
