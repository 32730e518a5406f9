"""Faults made on purpose: `python -m tests.load faults [--short]`."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.load.faults.clients import slow_clients, terminated, unfinished
from tests.load.faults.database import frozen, long_outage, short_outage
from tests.load.faults.disk import disk_full
from tests.load.faults.killed import postgres_killed, server_killed
from tests.load.faults.redis import ALLOWED, redis_away
from tests.load.harness.processes import postgres, redis, scratch
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site, prepared

Prepared = tuple[Path, list[str]]


def main(short: bool) -> bool:
    promises = Promises("Faults", short)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        given = prepared(folder)
        for part in (killed, ended, slowed, without_redis, without_room):
            attempted(part, given, promises, short)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        attempted(on_postgres, (folder, []), promises, short)
    print(promises.table())
    return promises.kept


def attempted(
    part: Callable[[ExitStack, Prepared, Promises, bool], None],
    given: Prepared,
    promises: Promises,
    short: bool,
) -> None:
    """A part that cannot go on breaks its promise, not the parts after it."""
    try:
        with ExitStack() as stack:
            part(stack, given, promises, short)
    except (OSError, RuntimeError) as error:
        promises.check(f"`{part.__name__}` goes to its end", repr(error)[-500:], False)


def killed(stack: ExitStack, given: Prepared, promises: Promises, short: bool) -> None:
    site = Site(stack, given).start()
    server_killed(site, promises, 2 if short else 20, "SQLite")


def ended(stack: ExitStack, given: Prepared, promises: Promises, short: bool) -> None:
    terminated(Site(stack, given).start(), promises)


def slowed(stack: ExitStack, given: Prepared, promises: Promises, short: bool) -> None:
    site = Site(stack, given).start()
    slow_clients(site, promises, 4 if short else 20)
    unfinished(site, promises)


def without_redis(
    stack: ExitStack, given: Prepared, promises: Promises, short: bool
) -> None:
    server, port = stack.enter_context(redis(given[0].parent))
    away = {
        "CACHE_URL": f"redis://127.0.0.1:{port}/1",
        "API_RATE_ANONYMOUS": f"{ALLOWED}/m",
    }
    redis_away(Site(stack, given, **away).start(), server, promises)


def without_room(
    stack: ExitStack, given: Prepared, promises: Promises, short: bool
) -> None:
    disk_full(stack, given, promises)


def on_postgres(
    stack: ExitStack, given: Prepared, promises: Promises, short: bool
) -> None:
    cluster = stack.enter_context(postgres(given[0]))
    members = prepared(given[0], cluster.url)
    site = Site(stack, members, cluster.url).start()
    short_outage(site, cluster, promises, 4 if short else 20)
    long_outage(site, cluster, promises, 12 if short else 45)
    frozen(site, cluster, promises, 12 if short else 45)
    kills = 2 if short else 20
    server_killed(site, promises, kills, "PostgreSQL")
    postgres_killed(site, cluster, promises, kills)
