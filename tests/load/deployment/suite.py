"""The processes of compose.yaml without containers: `python -m tests.load deployment`.

Needs PostgreSQL, Redis, nginx and Chromium installed; starts its own, on free ports of
127.0.0.1.
"""

from contextlib import ExitStack

from tests.load.attacks.shared_pages import poisoning
from tests.load.deployment.browser import journey
from tests.load.deployment.caching import purge, shared
from tests.load.deployment.faults import killed, slowed, without_redis
from tests.load.deployment.site import Deployment
from tests.load.harness.processes import scratch
from tests.load.harness.promises import Promises


def main(short: bool) -> bool:
    promises = Promises("The deployment of compose.yaml, without containers", short)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        site = Deployment(stack, folder)
        # First, on pages that nobody has read.
        poisoning(site.port, site.ports[0], promises, "nginx's cache")
        shared(site, promises)
        journey(site, folder, promises)
        purge(site, promises)
        slowed(site, promises, 4 if short else 20)
        killed(site, promises, 6 if short else 30)
        without_redis(site, promises)
    print(promises.table())
    return promises.kept
