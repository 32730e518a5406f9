"""Faults made on purpose: `python -m tests.load faults [--short]`."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.load.faults_clients import slow_clients, terminated
from tests.load.faults_database import long_outage, short_outage
from tests.load.faults_disk import disk_full
from tests.load.faults_killed import postgres_killed, server_killed
from tests.load.faults_redis import ALLOWED, redis_away
from tests.load.processes import postgres, redis, scratch
from tests.load.promises import Promises
from tests.load.site import Site, prepared


def main(short: bool) -> bool:
    promises = Promises("Faults")
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        for part in (on_sqlite, on_postgres):
            part(folder, promises, short)
    print(promises.table())
    return promises.kept


def on_sqlite(folder: Path, promises: Promises, short: bool) -> None:
    given = prepared(folder)
    kills = 2 if short else 20
    parts: list[Callable[[Site], None]] = [
        lambda site: server_killed(site, promises, kills, "SQLite"),
        lambda site: terminated(site, promises),
        lambda site: slow_clients(site, promises, 4 if short else 20),
    ]
    for part in parts:
        with ExitStack() as stack:
            part(Site(stack, given).start())
    with ExitStack() as stack:
        server, port = stack.enter_context(redis(folder))
        away = {
            "CACHE_URL": f"redis://127.0.0.1:{port}/1",
            "API_RATE_ANONYMOUS": f"{ALLOWED}/m",
        }
        redis_away(Site(stack, given, **away).start(), server, promises)
    with ExitStack() as stack:
        disk_full(stack, given, promises)


def on_postgres(folder: Path, promises: Promises, short: bool) -> None:
    kills = 2 if short else 20
    with ExitStack() as stack:
        cluster = stack.enter_context(postgres(folder))
        given = prepared(folder, cluster.url)
        site = Site(stack, given, cluster.url).start()
        short_outage(site, cluster, promises, 4 if short else 20)
        long_outage(site, cluster, promises, 12 if short else 45)
        postgres_killed(site, cluster, promises, kills)
    with ExitStack() as stack:
        pass
