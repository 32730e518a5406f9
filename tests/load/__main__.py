"""`python -m tests.load [NAME|all] [--short]`: promises kept?

Starts what it needs on 127.0.0.1, stops it, prints a table of promise, figure and
verdict for each, and exits with 1 when a promise is broken. `--short` takes a minute or
two and is what CI runs; there a missed promise about time or a ratio is printed but
breaks nothing, because a busy machine bends them. `all` leaves out `lighthouse`, which
needs a program of Node.js.
"""

import argparse
import os
import sys
from collections.abc import Callable

from tests.load import lighthouse, people
from tests.load.attacks import suite as attacks
from tests.load.benchmarks import suite as benchmarks
from tests.load.deployment import suite as deployment
from tests.load.faults import suite as faults

SUITES: dict[str, Callable[[bool], bool]] = {
    "load": people.main,
    "faults": faults.main,
    "deployment": deployment.main,
    "attacks": attacks.main,
    "bench": benchmarks.main,
}
OPTIONAL: dict[str, Callable[[bool], bool]] = {"lighthouse": lighthouse.main}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument(
        "suite", choices=[*SUITES, *OPTIONAL, "all"], nargs="?", default="all"
    )
    parser.add_argument("--short", action="store_true", help="as CI runs it")
    asked = parser.parse_args()
    names = list(SUITES) if asked.suite == "all" else [asked.suite]
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f} before the start", flush=True)
    broken = []
    for name in names:
        print(f"\n== {name}", flush=True)
        kept = (SUITES | OPTIONAL)[name](asked.short)
        if not kept:
            broken.append(name)
    print("\nAll promises kept." if not broken else f"\nBroken: {', '.join(broken)}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
