"""The article made anew against a page of another Wagtail site, such as bakerydemo.

Run: `python -m tests.load.benchmarks.other_site [--short]`. Needs wrk, and the other
site with its content, which is no part of this repository:

    OTHER_SITE_FOLDER  its checkout, with a database that has the page
    OTHER_SITE_WSGI    its WSGI application, for example bakerydemo.wsgi:application
    OTHER_SITE_PAGE    the page's path, for example /blog/bread-and-circuses/

Whatever else it reads from the environment (DJANGO_SETTINGS_MODULE, DATABASE_URL) is
handed on. It must import with the packages of the Python that runs this. Choose a page
that carries no more than ours: sizes are printed, and a larger one counts as broken.

Both are served by granian in the same way: WSGI, one process, one thread. Ours is asked
past its page cache and measured twice; the second time is the control.
"""

import gzip
import os
import re
import sys
from contextlib import ExitStack
from pathlib import Path

from tests.load.benchmarks.pages import ARTICLE
from tests.load.harness.measured import (
    Way,
    cheapness_against,
    figures,
    in_rounds,
    rate_against,
)
from tests.load.harness.processes import (
    Program,
    accepts,
    free_port,
    manage,
    scratch,
    wait_until,
)
from tests.load.harness.promises import Promises
from tests.load.harness.traffic import HOST, Call, Client

LEAST = 2.5
NEEDED = ("OTHER_SITE_FOLDER", "OTHER_SITE_WSGI", "OTHER_SITE_PAGE")
ANEW = {"HX-Request": "false"}  # which no page cache answers
_UNREAD = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def serve(
    stack: ExitStack,
    log: Path,
    application: str,
    environment: dict[str, str],
    folder: Path | None = None,
) -> tuple[int, Program]:
    """One granian as for both; `folder` is where the application is imported from."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws",
        "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
        "--blocking-threads", "1", "--http", "1", "--log-level", "warning",
    ]  # fmt: skip
    if folder is not None:
        command += ["--working-dir", str(folder)]
    server = Program([*command, application], log, environment).start()
    stack.callback(server.stop)
    wait_until(lambda: accepts(port), application, server)
    return port, server


def ours(stack: ExitStack, folder: Path) -> tuple[int, Program]:
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATA_DIR": str(folder),
        "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
    }
    manage(environment, "prepare")
    return serve(stack, folder / "ours.log", "config.wsgi:application", environment)


def theirs(stack: ExitStack, folder: Path) -> tuple[int, Program]:
    checkout = Path(os.environ["OTHER_SITE_FOLDER"]).resolve()
    environment = {"PYTHONPATH": str(checkout)}
    application = os.environ["OTHER_SITE_WSGI"]
    return serve(stack, folder / "theirs.log", application, environment, checkout)


def characters(port: int, path: str, host: str) -> int:
    """How many a reader reads on the page; raises where it is not served."""
    call = Call(path, headers={"Accept-Encoding": "identity", "Host": host, **ANEW})
    answer = Client(port).send(call)
    if answer.status != 200:
        raise RuntimeError(f"{path} was answered with {answer.status}")
    packed = answer.headers.get("content-encoding") == "gzip"
    body = gzip.decompress(answer.body) if packed else answer.body
    return len(" ".join(_UNREAD.sub(" ", body.decode()).split()))


def main(short: bool) -> bool:
    promises = Promises("The article made anew, against another Wagtail site", short)
    missing = [name for name in NEEDED if not os.environ.get(name)]
    if missing:
        promises.check("another site to compare with", f"set {missing}", False)
        return promises.kept
    rounds, seconds = (3, 2) if short else (9, 4)
    path = os.environ["OTHER_SITE_PAGE"]
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        (port, app), (other, other_app) = ours(stack, folder), theirs(stack, folder)
        sizes = characters(port, ARTICLE, HOST), characters(other, path, "localhost")
        here, there = (
            f"http://127.0.0.1:{port}{ARTICLE}",
            f"http://127.0.0.1:{other}{path}",
        )
        headers = {"Host": HOST, **ANEW}
        measured = [
            Way(f"other site, {path}", there, [other_app], {"Host": "localhost"}, 1),
            Way("our article", here, [app], headers, 1),
            Way("our article again (control)", here, [app], headers, 1),
        ]
        in_rounds(measured, rounds, seconds)
    return told(promises, measured, sizes)


def told(promises: Promises, measured: list[Way], sizes: tuple[int, int]) -> bool:
    base, article, control = measured
    print(figures(measured, base))
    promises.check(
        "their page carries no more: characters to read, theirs and ours",
        f"{sizes[1]} and {sizes[0]}",
        sizes[1] <= sizes[0],
    )
    for promise, found in (
        (f"at least {LEAST} times their rate", rate_against(article, base)),
        ("the same by CPU time", cheapness_against(article, base)),
    ):
        promises.check(promise, f"{found:.2f}", found >= LEAST, timing=True)
    print(f"control: {rate_against(control, article):.2f} (1 is a quiet machine)")
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
