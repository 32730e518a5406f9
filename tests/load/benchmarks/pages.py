"""How fast a public page is served: kept by nginx, kept by us, made anew.

Run: `python -m tests.load.benchmarks.pages [--short]`. Needs nginx and wrk. Every round
measures every way once, in another order; ratios are taken within rounds, against nginx
serving the same compressed bytes from disk, which is measured twice: the second time is
the control, and what it differs from 1 by is what this machine adds by itself.

CPU time is what the serving processes used (user and system), divided by the answers.
"""

import sys
from contextlib import ExitStack
from pathlib import Path

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
    application,
    free_port,
    manage,
    nginx,
    program,
    scratch,
    wait_until,
)
from tests.load.harness.promises import Promises
from tests.load.harness.traffic import HOST, Call, Client

ARTICLE = "/guide/flask-vs-django/"
DISK = """
worker_processes auto; pid {run}/disk.pid; error_log stderr warn;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on;
  server {{
    listen 127.0.0.1:{port}; root {run};
    location / {{ default_type text/html; add_header Content-Encoding gzip; }}
  }}
}}
"""


def from_disk(stack: ExitStack, folder: Path, page: bytes) -> tuple[str, Program]:
    run, port = folder / "disk", free_port()
    run.mkdir()
    (run / "page.html").write_bytes(page)
    configuration = run / "nginx.conf"
    configuration.write_text(DISK.format(run=run, port=port))
    command = [program("nginx"), "-c", str(configuration), "-g", "daemon off;"]
    server = Program(command, folder / "disk.log").start()
    stack.callback(server.stop)
    wait_until(lambda: accepts(port), "nginx", server)
    return f"http://127.0.0.1:{port}/page.html", server


def ways(stack: ExitStack, folder: Path) -> list[Way]:
    port = free_port()
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATA_DIR": str(folder),
        "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
        "PROXY_CACHE_FOLDER": str(folder / "pages"),
    }
    manage(environment, "prepare")
    app = application(folder, port, environment)
    stack.callback(app.stop)
    proxy = stack.enter_context(nginx(folder, [port]))
    client = Client(port)
    page = client.send(Call(ARTICLE, headers={"Accept-Encoding": "gzip"}))
    disk, disk_server = from_disk(stack, folder, page.body)
    here, there = (f"http://127.0.0.1:{p}{ARTICLE}" for p in (port, proxy.port))
    kept = {"Host": HOST}
    known = {**kept, "If-None-Match": page.headers["etag"]}
    swap = {**kept, "HX-Request": "false"}  # asks the application itself
    return [
        Way("nginx from disk", disk, [disk_server]),
        Way("nginx from disk again (control)", disk, [disk_server]),
        Way("nginx, kept", there, [proxy.program], kept),
        Way("application, kept", here, [app], kept),
        Way("application, 304", here, [app], known, may_fail=True),
        Way("application, made anew", here, [app], swap, 1),
    ]


def main(short: bool) -> bool:
    rounds, seconds = (3, 1) if short else (9, 3)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        measured = ways(stack, folder)
        in_rounds(measured, rounds, seconds)
    return told(measured, short)


def told(measured: list[Way], short: bool) -> bool:
    promises = Promises("Serving the article, against nginx from disk", short)
    disk, control, proxied, kept, unchanged, anew = measured
    print(figures(measured, disk))
    for promise, found, least in (
        ("kept by nginx: at least 0.9 of its disk", rate_against(proxied, disk), 0.9),
        ("kept by the application: at least 0.40 of it", rate_against(kept, disk), 0.4),
        ("the same by CPU time: at least 0.30", cheapness_against(kept, disk), 0.3),
        ("kept: at least 150 times made anew", rate_against(kept, anew), 150),
        ("304 is faster still", rate_against(unchanged, kept), 1.0),
    ):
        promises.check(promise, f"{found:.2f}", found >= least, timing=True)
    print(f"control: {rate_against(control, disk):.2f} (1 is a quiet machine)")
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
