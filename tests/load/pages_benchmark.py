"""How fast a public page is served: kept by nginx, kept by us, made anew.

Run: `python -m tests.load.pages_benchmark [--short]`. Needs nginx and wrk. Every round
measures every way once, in another order; ratios are taken within rounds, against nginx
serving the same compressed bytes from disk, which is measured twice: the second time is
the control, and what it differs from 1 by is what this machine adds by itself.

CPU time is what the serving processes used (user and system), divided by the answers.
"""

import os
import random
import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.load.processes import (
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
from tests.load.promises import Promises
from tests.load.traffic import HOST, Call, Client

ARTICLE = "/guide/flask-vs-django/"
TICKS = os.sysconf("SC_CLK_TCK")
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


@dataclass
class Way:
    """One way of serving; `rates` in answers a second, `costs` in CPU seconds each."""

    name: str
    url: str
    served_by: list[Program]
    headers: dict[str, str] = field(default_factory=dict)
    at_once: int = 8  # connections; 1 where an answer takes long, so that none is left
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def measure(self, seconds: int) -> None:
        before = sum(map(cpu_seconds, self.served_by))
        command = [program("wrk"), "-t1", f"-c{self.at_once}", f"-d{seconds}s"]
        for name, value in {"Accept-Encoding": "gzip", **self.headers}.items():
            command += ["-H", f"{name}: {value}"]
        told = subprocess.run(
            [*command, self.url], check=True, capture_output=True, text=True
        ).stdout
        if "Non-2xx" in told and "304" not in self.name:
            raise RuntimeError(f"{self.name}: {told}")
        answers = int(re.search(r"(\d+) requests in", told)[1])
        used = sum(map(cpu_seconds, self.served_by)) - before
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]))
        self.costs.append(used / max(1, answers))


def cpu_seconds(served_by: Program) -> float:
    """User and system time of a program and every process it started."""
    group = served_by.process.pid
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def ratios(way: Way, base: Way, of: Callable[[Way], list[float]]) -> list[float]:
    return [ours / theirs for ours, theirs in zip(of(way), of(base), strict=True)]


def spread(values: list[float]) -> str:
    """median (lowest to highest)"""
    return f"{statistics.median(values):.3g} ({min(values):.3g} to {max(values):.3g})"


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
        Way("application, 304", here, [app], known),
        Way("application, made anew", here, [app], swap, 1),
    ]


def main(short: bool) -> bool:
    rounds, seconds = (3, 1) if short else (9, 3)
    with ExitStack() as stack:
        folder = stack.enter_context(scratch())
        measured = ways(stack, folder)
        order = random.Random(7)
        for way in measured:
            way.measure(1)
            way.rates.clear()
            way.costs.clear()
        for _ in range(rounds):
            for way in order.sample(measured, len(measured)):
                way.measure(seconds)
    return told(measured)


def told(measured: list[Way]) -> bool:
    promises = Promises("Serving the article, against nginx from disk")
    disk, control, proxied, kept, unchanged, anew = measured
    print("| way | answers/s | CPU µs each | rate against disk | CPU against disk |")
    print("|---|---|---|---|---|")
    for way in measured:
        rate = spread(ratios(way, disk, lambda w: w.rates))
        cost = spread(ratios(way, disk, lambda w: w.costs))
        costs = spread([value * 1e6 for value in way.costs])
        print(f"| {way.name} | {spread(way.rates)} | {costs} | {rate} | {cost} |")

    def rate(way: Way, base: Way) -> float:
        return statistics.median(ratios(way, base, lambda w: w.rates))

    def cheapness(way: Way) -> float:
        return 1 / statistics.median(ratios(way, disk, lambda w: w.costs))

    for promise, found, least in (
        ("kept by nginx: at least 0.9 of its disk", rate(proxied, disk), 0.9),
        ("kept by the application: at least 0.40 of it", rate(kept, disk), 0.4),
        ("the same by CPU time: at least 0.30", cheapness(kept), 0.3),
        ("kept: at least 150 times made anew", rate(kept, anew), 150),
        ("304 is faster still", rate(unchanged, kept), 1.0),
    ):
        promises.check(promise, f"{found:.2f}", found >= least)
    print(f"control: {rate(control, disk):.2f} (1 is a quiet machine)")
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
