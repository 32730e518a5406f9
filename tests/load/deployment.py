"""The processes of compose.yaml without containers: a purge, a killed process.

Run: `python -m tests.load.deployment [--short]`. Needs PostgreSQL, Redis and nginx
installed; starts its own, on free ports of 127.0.0.1.
"""

import secrets
import sys
import time
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
    scratch,
)
from tests.load.harness.promises import Promises
from tests.load.harness.traffic import HOST, Call, Client, traffic

PUBLISH = """
import time
from guide.models import ArticlePage
page = ArticlePage.objects.get(slug="flask-vs-django")
page.summary = "{}"
page.save_revision().publish()
print("published", time.time())
"""
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


def purge(site: Deployment, promises: Promises) -> None:
    """Publish in another process while nginx and every application are asked."""
    worst = 0.0
    for number in range(3):
        words = f"Publication {number} of this run"
        with ExitStack() as asking:
            asked = [
                asking.enter_context(traffic(port, 1, lambda _: Call(ARTICLE), 0.02))
                for port in (site.port, *site.ports)
            ]
            told = manage(site.environment, "shell", "-c", PUBLISH.format(words))
            published = float(told.split("published")[-1])
            time.sleep(max(0.0, published + 2 - time.time()))
        for answers in asked:
            old = [a.at - published for a in answers if words.encode() not in a.body]
            worst = max([worst, *old])
    promises.check(
        "a publication reaches every process and nginx within 1 s",
        f"last old page {worst:.2f} s after, of 3 publications",
        worst < 1,
        timing=True,
    )


def shared(site: Deployment, promises: Promises) -> None:
    """Cached pages, and nothing of a person among them."""
    client = Client(site.port)
    first, second = client.send(Call(ARTICLE)), client.send(Call(ARTICLE))
    promises.check(
        "nginx serves the article from its cache, the same bytes",
        second.headers.get("x-cache"),
        second.headers.get("x-cache") == "HIT" and first.body == second.body,
    )
    cookie = {"Cookie": "__Host-session=abc; signed_in=1"}
    private = ("/advisor/saved/", "/account/login/", "/admin/", "/account/menu/")
    for path in ("/", *private):
        client.send(Call(path, headers=cookie))
    kept = [path.read_bytes() for path in site.pages.iterdir()]
    personal = [page for page in kept if b"csrfmiddlewaretoken" in page]
    personal += [page for page in kept if b"set-cookie" in page.lower()]
    promises.check(
        "nothing personal is in nginx's cache",
        f"{len(kept)} pages kept, {len(personal)} with a form token or a cookie",
        bool(kept) and not personal,
    )


def killed(site: Deployment, promises: Promises, seconds: float) -> None:
    """One of two applications dies under load; nginx goes on with the other."""

    def call(chance):
        return Call(f"/advisor/result/?unknown={chance.random()}")

    people = 8
    with traffic(site.port, people, call) as answers:
        time.sleep(seconds / 3)
        site.apps[0].kill()
        time.sleep(seconds / 3)
        site.apps[0].start()
        time.sleep(seconds / 3)
    failed = answers.failed()
    promises.check(
        f"an application killed under load fails at most the {people} in flight",
        f"{len(failed)} of {len(answers)}",
        len(failed) <= people and len(answers) > people * 3,
    )


def without_redis(site: Deployment, promises: Promises) -> None:
    site.redis.kill()
    client = Client(site.port)
    answers = [
        client.send(Call("/api/v1/evaluations", "POST", {"answers": {}}))
        for _ in range(10)
    ]
    statuses = {answer.status for answer in answers}
    promises.check("without Redis no call fails", statuses, statuses == {200})
    site.redis.start()


def main(short: bool) -> bool:
    promises = Promises("The deployment of compose.yaml, without containers", short)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        site = Deployment(stack, folder)
        shared(site, promises)
        purge(site, promises)
        killed(site, promises, 6 if short else 30)
        without_redis(site, promises)
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
