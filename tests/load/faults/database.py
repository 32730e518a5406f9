"""PostgreSQL away: for 3 seconds nearly nobody notices, for 45 everybody is told.
The same when it does not go away and only stops answering."""

import os
import random
import signal
import time
from collections.abc import Callable

import psycopg

from tests.load.harness.processes import Postgres, wait_until
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site
from tests.load.harness.traffic import Answer, Answers, Call, Client, traffic

LONGEST_WAIT = 8.0
BACK_WITHIN = 2.0
PEOPLE = 8
ARTICLE = "/guide/flask-vs-django/"
ANEW = "/frameworks/django/?unknown={}"  # another address each time: not kept


def asking(site: Site):
    """Pages made anew and API reads; all of them need the database."""

    def call(chance: random.Random) -> Call:
        if chance.random() < 0.5:
            return Call(ANEW.format(chance.random()))
        token = {"Authorization": f"Bearer {chance.choice(site.tokens)}"}
        return Call("/api/v1/recommendations", headers=token)

    return call


def freeze(cluster: Postgres) -> None:
    """As a machine that hangs: connections stay, and nothing is answered."""
    for pid in cluster.program.family():
        os.kill(pid, signal.SIGSTOP)


def thaw(cluster: Postgres) -> float:
    for pid in reversed(cluster.program.family()):
        os.kill(pid, signal.SIGCONT)
    return time.time()


def stop(cluster: Postgres) -> None:
    """As `pg_ctl stop -m fast` does: every connection is ended."""
    cluster.program.stop(signal.SIGINT)


def start(cluster: Postgres) -> float:
    """Seconds since the epoch when connections are accepted again."""
    cluster.program.start()
    wait_until(lambda: lets_in(cluster), "PostgreSQL", cluster.program)
    return time.time()


def lets_in(cluster: Postgres) -> bool:
    try:
        psycopg.connect(cluster.url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def short_outage(
    site: Site, cluster: Postgres, promises: Promises, around: float
) -> None:
    """A share of all requests in the `around` seconds before and after, too."""
    site.warm(asking(site))
    with traffic(site.port, PEOPLE, asking(site), pause=0.1) as answers:
        time.sleep(around)
        gone = time.time()
        stop(cluster)
        time.sleep(max(0.0, gone + 3 - time.time()))
        away = start(cluster) - gone
        time.sleep(around)
    failed = answers.failed()
    share = len(failed) / max(1, len(answers))
    promises.check(
        "PostgreSQL away for 3 s: at most 0.5 % of requests fail",
        f"{len(failed)} of {len(answers)} ({share:.2%}), away {away:.1f} s, "
        f"longest wait {max(a.seconds for a in answers):.1f} s",
        share <= 0.005 and len(answers) > PEOPLE,
        timing=True,
    )


def long_outage(
    site: Site, cluster: Postgres, promises: Promises, seconds: float
) -> None:
    what = f"PostgreSQL away for {seconds:.0f} s"
    away(site, promises, what, seconds, lambda: stop(cluster), lambda: start(cluster))


def frozen(site: Site, cluster: Postgres, promises: Promises, seconds: float) -> None:
    what = f"PostgreSQL hangs for {seconds:.0f} s"
    away(site, promises, what, seconds, lambda: freeze(cluster), lambda: thaw(cluster))


def away(
    site: Site,
    promises: Promises,
    what: str,
    seconds: float,
    goes: Callable[[], None],
    comes_back: Callable[[], float],
) -> None:
    site.warm(lambda _: Call(ARTICLE))  # every process keeps a copy of its own
    kept = Client(site.port).send(Call(ARTICLE))
    with traffic(site.port, PEOPLE, asking(site), pause=0.2) as answers:
        time.sleep(2)
        goes()
        gone = time.time()
        time.sleep(6)
        person, program = told_what(site)
        during = Client(site.port).send(Call(ARTICLE))
        time.sleep(max(0.0, gone + seconds - time.time()))
        back = comes_back()
        time.sleep(6)
    promises.check(
        f"{what}: a person reads a 503 page with Retry-After",
        outline(person),
        person.status == 503
        and "retry-after" in person.headers
        and b"<h1>The site is away for a moment" in person.body,
    )
    promises.check(
        f"{what}: a program reads problem+json",
        outline(program),
        program.status == 503
        and "retry-after" in program.headers
        and program.headers.get("content-type") == "application/problem+json",
    )
    promises.check(
        f"{what}: kept public pages go on, the same bytes",
        outline(during),
        during.status == 200 and during.body == kept.body,
    )
    waited(answers, gone, back, what, promises)


def told_what(site: Site) -> tuple[Answer, Answer]:
    client = Client(site.port)
    return client.send(Call(ANEW.format("person"))), client.send(
        site.saving(random.Random(0))
    )


def waited(
    answers: Answers, gone: float, back: float, what: str, promises: Promises
) -> None:
    longest = max(a.seconds for a in answers)
    kinds = dict(Answers(a for a in answers if gone < a.at < back).by_status)
    promises.check(
        f"{what}: nothing waits over {LONGEST_WAIT:.0f} s",
        f"longest {longest:.1f} s, answers {kinds}",
        longest <= LONGEST_WAIT,
        timing=True,
    )
    good = [a.at - back for a in answers if a.status == 200 and a.at >= back]
    first = min(good, default=float("inf"))
    promises.check(
        f"{what}: first 200 within {BACK_WITHIN:.0f} s of its return",
        f"{first:.2f} s",
        first <= BACK_WITHIN,
        timing=True,
    )


def outline(answer: Answer) -> str:
    after = answer.headers.get("retry-after", "none")
    return f"{answer.status} in {answer.seconds:.1f} s, Retry-After {after}"
