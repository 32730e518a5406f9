"""Start-up after the first time, and memory of each worker.

Run: `python -m tests.load.benchmarks.footprint`. Memory is the proportional share (PSS)
after every public page and a verdict were asked for: pages kept and rules parsed.
"""

import re
import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from tests.load.harness.processes import scratch
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site, prepared
from tests.load.harness.traffic import Call, Client
from tests.load.people import PAGES

SECONDS, MEGABYTES = 3.0, 150


def start_seconds(site: Site) -> float:
    """From the README's command to the first answer."""
    began = time.monotonic()
    site.start()
    return time.monotonic() - began


def worker_megabytes(site: Site) -> list[float]:
    """PSS of each process that runs the application, not of the one above them."""
    found = []
    for pid in site.server.family()[1:]:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
        found.append(int(re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)[1]) / 1024)
    workers = [size for size in found if size > 20]  # not the resource tracker
    return sorted(workers)


def main(short: bool) -> bool:
    promises = Promises("Start-up and memory", short)
    with ExitStack() as stack:
        site = Site(stack, prepared(stack.enter_context(scratch())))
        starts = []
        for _ in range(2 if short else 5):
            starts.append(start_seconds(site))
            for number in range(20):  # a connection each, so that both workers answer
                client = Client(site.port)
                for path in (*PAGES, f"/advisor/result/?unknown={number}"):
                    client.send(Call(path))
                client.close()
            memory = worker_megabytes(site)
            site.server.stop()
    median = statistics.median(starts)
    each = ", ".join(f"{seconds:.1f}" for seconds in starts)
    promises.check(
        f"start-up under {SECONDS:.0f} s after the first time",
        f"median {median:.1f} s ({each})",
        median < SECONDS,
        timing=True,
    )
    promises.check(
        f"a worker's memory under {MEGABYTES} MB",
        ", ".join(f"{size:.0f} MB" for size in memory),
        bool(memory) and max(memory) < MEGABYTES,
    )
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
