"""kill -9 while people save: of the server, and of PostgreSQL itself."""

import random
import time

from tests.load.harness.processes import Postgres, accepts, wait_until
from tests.load.harness.promises import Promises
from tests.load.harness.saves import Saves, saving
from tests.load.harness.site import Site

PEOPLE = 6


def server_killed(site: Site, promises: Promises, kills: int, database: str) -> None:
    """Every time the next start is the README's command and nothing else."""
    chance, slowest, stuck = random.Random(1), 0.0, 0
    with saving(site, PEOPLE) as saves:
        for _ in range(kills):
            time.sleep(0.3 + chance.random())
            site.server.kill_family()
            began = time.monotonic()
            try:
                site.start()
            except RuntimeError:
                stuck += 1
                break
            slowest = max(slowest, time.monotonic() - began)
        time.sleep(1)
    what = f"server killed {kills} times on {database}"
    promises.check(
        f"{what}: the next start works by itself",
        f"{stuck} did not, slowest {slowest:.1f} s",
        not stuck,
    )
    judged(site, saves, promises, what)


def postgres_killed(
    site: Site, cluster: Postgres, promises: Promises, kills: int
) -> None:
    chance = random.Random(2)
    with saving(site, PEOPLE) as saves:
        for _ in range(kills):
            time.sleep(0.5 + chance.random())
            cluster.program.kill_family()
            cluster.program.start()
            wait_until(lambda: accepts(cluster.port), "PostgreSQL", cluster.program)
            known = len(saves.acknowledged)
            wait_until(
                lambda n=known: len(saves.acknowledged) > n, "Saving", site.server
            )
        time.sleep(1)
    what = f"PostgreSQL killed {kills} times"
    good = set(saves.answers.by_status) <= {0, 201, 503}
    promises.check(
        f"{what}: 201 or 503 and nothing else", dict(saves.answers.by_status), good
    )
    judged(site, saves, promises, what)


def judged(site: Site, saves: Saves, promises: Promises, what: str) -> None:
    wrong = saves.wrong(site)
    promises.check(
        f"{what}: every acknowledged save is there once, none half-written",
        wrong[:2]
        or f"{len(saves.acknowledged)} saves, {saves.asked_again} asked again",
        not wrong and len(saves.acknowledged) > PEOPLE,
    )
