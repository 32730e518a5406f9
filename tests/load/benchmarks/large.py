"""Whether years of use make a page slower: a large database beside a fresh one.

Run: `python -m tests.load.benchmarks.large [--short]`. Needs wrk. Both are SQLite,
filled by `manage.py prepare`; the large one by `manage.py seed_load` too: 100,000 saved
results, 1,000 pages, 10,000 revisions, 5,000 claims (a tenth of that with `--short`).
Every page is made anew for each answer, by one process at a time. A page asked of both
in one round makes one ratio; the fresh site asked twice is the control.
"""

import sys
from contextlib import ExitStack
from pathlib import Path

from tests.load.benchmarks.api import FILL_LIST, LIST
from tests.load.harness.measured import (
    Way,
    cheapness_against,
    in_rounds,
    rate_against,
)
from tests.load.harness.processes import manage, scratch
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site, prepared
from tests.load.harness.traffic import HOST

SIZES = {"recommendations": 100_000, "pages": 1_000, "revisions": 10_000}
SIZES["claims"] = 5_000
LEAST = 0.85  # of the rate on the fresh site
PAGES = (
    "/",
    "/guide/flask-vs-django/",
    "/compare/quick/",
    "/frameworks/django/",
    "/claims/",
    "/changes/",
    "/search/?query=migrations",
    "/advisor/",
    "/advisor/method/",
    "/advisor/result/?data=new",
    "/api/v1/frameworks",
    "/api/v1/comparisons",
    "/api/v1/claims?limit=20",
    "/api/v1/rulesets",
)
MINE = "/api/v1/recommendations?limit=20"


def site(stack: ExitStack, folder: Path, share: float) -> tuple[Site, str]:
    """A running site, filled with this share of SIZES, and one member's token."""
    made = Site(stack, prepared(folder))
    told = manage(made.environment, "shell", "-c", FILL_LIST.format(LIST))
    if share:
        sizes = [f"--{name}={int(size * share)}" for name, size in SIZES.items()]
        manage(made.environment, "seed_load", *sizes)
    return made.start(), told.rpartition("token ")[2].strip()


def way(name: str, asked: tuple[Site, str], path: str) -> Way:
    here, token = asked
    # Whoever says how they ask gets a page made for them alone.
    headers = {"Host": HOST, "HX-Request": "false"}
    if path == MINE:
        headers["Authorization"] = f"Bearer {token}"
    url = f"http://127.0.0.1:{here.port}{path}"
    return Way(name, url, [here.server], headers, at_once=1)


def main(short: bool) -> bool:
    rounds, seconds = (3, 1) if short else (9, 2)
    promises = Promises("A large database, against a fresh one", short)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        fresh = site(stack, folder, 0)
        large = site(stack, folder, 0.1 if short else 1)
        for path in (*PAGES, MINE):
            few, control = (way(name, fresh, path) for name in ("fresh", "again"))
            many = way("large", large, path)
            in_rounds([few, control, many], rounds, seconds)
            found = rate_against(many, few)
            promises.check(
                f"{path}: at least {LEAST} of the rate",
                f"{found:.2f}, by CPU {cheapness_against(many, few):.2f} "
                f"(control {rate_against(control, few):.2f})",
                found >= LEAST,
                timing=True,
            )
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
