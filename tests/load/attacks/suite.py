"""Attacks over real sockets: `python -m tests.load attacks [--short]`.

What a test client can try is tried in tests/site/attacks; here is what needs a server,
several processes, or bytes that no client library sends. On 127.0.0.1 alone.
"""

import secrets
from contextlib import ExitStack

from tests.load.attacks.headers import headers
from tests.load.attacks.limits import LIMITED, PROCESSES, limits
from tests.load.attacks.malformed import malformed
from tests.load.attacks.shared_pages import doors, media, poisoning
from tests.load.attacks.wire import put, request
from tests.load.harness.processes import application, free_port, manage, redis, scratch
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site, prepared
from tests.load.harness.traffic import HOST

TOKEN, ADDRESS = "Zx9" + "y" * 40, "jo.doe@mail.example.org"


def main(short: bool) -> bool:
    """`short` is the same: nothing here takes long or is a question of time."""
    promises = Promises("Attacks", short)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        given = prepared(folder)
        site = Site(stack, given, **LIMITED).start()
        _, port = stack.enter_context(redis(folder))
        shared = {"CACHE_URL": f"redis://127.0.0.1:{port}/1", **LIMITED}
        other = Site(stack, given, **shared).start()
        malformed(site, promises)
        poisoning(site.port, other.port, promises, "The application's cache")
        doors(site, promises)
        media(site, promises)
        limits(site, promises, "Two processes", PROCESSES)
        limits(other, promises, "Two processes with Redis", 1)
        afterwards(site, promises)
        headers(in_production(stack, other), promises)
    print(promises.table())
    return promises.kept


def afterwards(site: Site, promises: Promises) -> None:
    """What the attacks left: a log that tells nothing, and a site as before."""
    for path in (f"/advisor/shared/{TOKEN}/", f"/nowhere/?mail={ADDRESS}"):
        put(site.port, request(path, Authorization=f"Bearer {TOKEN}"))
    kept = [text for text in (TOKEN, ADDRESS) if text in site.log]
    promises.check("The log holds no key and no mail address", kept or "none", not kept)
    traces = [part[-400:] for part in site.log.split("Traceback")[:-1]]
    promises.check(
        "Nothing failed unhandled: no traceback", traces[:1] or 0, not traces
    )
    told = {put(site.port, request("/readyz")).status for _ in range(6)}
    promises.check("Every process still answers", told, told == {200})


def in_production(stack: ExitStack, site: Site) -> int:
    """The port of the image's own command with production's settings."""
    environment = {
        **site.environment,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
        "BASE_URL": f"https://{HOST}",
        "EMAIL_URL": "consolemail://",
        "API_RATE_ANONYMOUS": "1000000/m",
    }
    manage(environment, "collectstatic", "--noinput")
    port = free_port()
    stack.callback(application(site.data, port, environment).stop)
    return port
