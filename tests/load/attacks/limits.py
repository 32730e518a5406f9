"""Limits against many connections, made-up addresses and several processes."""

import re
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.load.attacks.wire import Told, put, request
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site

PROCESSES = 2
CALLS, LOOK_UPS = 30, 20  # a day, so that no window ends meanwhile
LIMITED = {"API_RATE_ANONYMOUS": f"{CALLS}/d", "SECRET_LINK_RATE": f"{LOOK_UPS}/d"}
LOG_INS = 30  # a minute, in django-allauth's own settings
EVALUATION = ("/api/v1/evaluations", "POST", b'{"answers": {}}')


def made_up(number: int) -> dict[str, str]:
    address = f"198.51.100.{number % 250}"
    return {"X_Forwarded_For": address, "X_Real_IP": address, "Forwarded": address}


def evaluations(site: Site, count: int) -> list[Told]:
    """A connection each, so that every process is asked."""
    return [put(site.port, request(*EVALUATION, **made_up(n))) for n in range(count)]


def guesses(site: Site, count: int) -> list[Told]:
    paths = (f"/advisor/shared/{n:043}/" for n in range(count))
    return [put(site.port, request(path, **made_up(0))) for path in paths]


def log_ins(site: Site, count: int) -> list[Told]:
    """Wrong ones, for another account each time."""
    page = put(site.port, request("/account/login/"))
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)[1]
    cookie = SimpleCookie(page.headers["set-cookie"])["csrftoken"].value
    found = []
    for n in range(count):
        form = {"login": f"nobody-{n}", "password": "x", "csrfmiddlewaretoken": token}
        found.append(
            put(
                site.port,
                request(
                    "/account/login/", "POST", urlencode(form).encode(),
                    Cookie=f"csrftoken={cookie}", **made_up(n),
                    Content_Type="application/x-www-form-urlencoded",
                ),
            )
        )  # fmt: skip
    return found


TRIED = {
    "evaluations": (evaluations, CALLS, {200}),
    "guesses of a share link": (guesses, LOOK_UPS, {404}),
    "log-ins": (log_ins, LOG_INS, {200}),
}


def limits(site: Site, promises: Promises, where: str, processes: int) -> None:
    """`processes`: how often each allowance may be used, at most."""
    for what, (attack, allowed, let_in) in TRIED.items():
        told = attack(site, allowed * processes + 15)
        passed = sum(answer.status in let_in for answer in told)
        refused = [answer for answer in told if answer.status == 429]
        promises.check(
            f"{where}: {what} from made-up addresses end at {allowed * processes}",
            f"{passed} of {len(told)} let in",
            passed <= allowed * processes and passed + len(refused) == len(told),
        )
        waits = {"retry-after" in answer.headers for answer in refused}
        promises.check(
            f"{where}: {what} too many are told when to come back",
            waits,
            waits == {True},
        )
