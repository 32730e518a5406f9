"""Load: 16 who write at once, 40 who click. `python -m tests.load load [--short]`."""

import random
import time
from contextlib import ExitStack
from pathlib import Path

from tests.load.harness.processes import scratch
from tests.load.harness.promises import Promises
from tests.load.harness.saves import saving
from tests.load.harness.site import Site, prepared
from tests.load.harness.traffic import Call, traffic

WRITERS, CLICKERS = 16, 40
PAGES = (
    "/", "/guide/flask-vs-django/", "/compare/quick/", "/frameworks/django/",
    "/frameworks/flask/", "/advisor/", "/advisor/method/", "/lab/",
    "/search/?query=migrations", "/api/v1/frameworks", "/api/v1/claims?limit=20",
)  # fmt: skip


def writers(site: Site, promises: Promises, seconds: float) -> None:
    with saving(site, 2):
        time.sleep(1)
    with saving(site, WRITERS) as saves:
        time.sleep(seconds)
    answers = saves.answers
    rate = f"{len(saves.acknowledged) / seconds:.0f} saves/s"
    promises.check(
        f"{WRITERS} writers for {seconds:.0f} s on SQLite: each save answered",
        f"{dict(answers.by_status)}, {rate}",
        set(answers.by_status) == {201},
    )
    p99 = answers.percentile(99)
    figure = f"{1000 * p99:.0f} ms (median {1000 * answers.median:.0f} ms)"
    promises.check("the same: p99 under 300 ms", figure, p99 < 0.3, timing=True)
    locked = site.log.count("database is locked")
    promises.check("the same: no 'database is locked'", locked, locked == 0)
    wrong = saves.wrong(site)
    promises.check(
        "the same: every acknowledged save is there, once and whole",
        wrong[:2] or f"{len(saves.acknowledged)} checked",
        not wrong and bool(saves.acknowledged),
    )


def click(chance: random.Random) -> Call:
    """Two in three read pages, one in three reads a verdict nobody had before."""
    if chance.random() < 2 / 3:
        return Call(chance.choice(PAGES))
    return Call(f"/advisor/result/?unknown={chance.random()}")


def clickers(site: Site, promises: Promises, seconds: float) -> None:
    site.warm(click)
    with traffic(site.port, CLICKERS, click, pause=1.0) as answers:
        time.sleep(seconds)
    bad = [a for a in answers if a.status != 200]
    promises.check(
        f"{CLICKERS} people, a click a second for {seconds:.0f} s: no error",
        f"{len(bad)} of {len(answers)}",
        not bad and len(answers) > CLICKERS,
    )
    p99 = answers.percentile(99)
    figure = f"{1000 * p99:.0f} ms (median {1000 * answers.median:.0f} ms)"
    promises.check("the same: p99 under 250 ms", figure, p99 < 0.25, timing=True)


def main(short: bool) -> bool:
    promises = Promises("Load on SQLite, two workers", short)
    with ExitStack() as stack:
        folder: Path = stack.enter_context(scratch())
        site = Site(stack, prepared(folder)).start()
        writers(site, promises, 5 if short else 30)
        clickers(site, promises, 8 if short else 60)
    print(promises.table())
    return promises.kept
