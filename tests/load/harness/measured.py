"""Ways of asking measured in turn: rates, CPU time, ratios within rounds."""

import os
import random
import re
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.load.harness.processes import Program, program

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Way:
    """One way of asking; `rates` in answers a second, `costs` in CPU seconds each.

    `script`: Lua for wrk, where calls have bodies or differ from one another.
    """

    name: str
    url: str
    served_by: list[Program]
    headers: dict[str, str] = field(default_factory=dict)
    at_once: int = 8  # connections; 1 where an answer takes long, so that none is left
    script: Path | None = None
    may_fail: bool = False
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def measure(self, seconds: int) -> None:
        before = sum(map(cpu_seconds, self.served_by))
        command = [program("wrk"), "-t1", f"-c{self.at_once}", f"-d{seconds}s"]
        if self.script is not None:
            command += ["-s", str(self.script)]
        for name, value in {"Accept-Encoding": "gzip", **self.headers}.items():
            command += ["-H", f"{name}: {value}"]
        told = subprocess.run(
            [*command, self.url], check=True, capture_output=True, text=True
        ).stdout
        if "Non-2xx" in told and not self.may_fail:
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


def in_rounds(ways: Sequence[Way], rounds: int, seconds: int) -> None:
    """Each once to warm up, then every way once a round, in another order each time."""
    order = random.Random(7)
    for way in ways:
        way.measure(1)
        way.rates.clear()
        way.costs.clear()
    for _ in range(rounds):
        for way in order.sample(list(ways), len(ways)):
            way.measure(seconds)


def rates(way: Way) -> list[float]:
    return way.rates


def costs(way: Way) -> list[float]:
    return way.costs


def ratios(way: Way, base: Way, of: Callable[[Way], list[float]]) -> list[float]:
    return [ours / theirs for ours, theirs in zip(of(way), of(base), strict=True)]


def rate_against(way: Way, base: Way) -> float:
    return statistics.median(ratios(way, base, rates))


def cheapness_against(way: Way, base: Way) -> float:
    """The same by CPU time, which a busy machine stretches less."""
    return 1 / statistics.median(ratios(way, base, costs))


def spread(values: list[float]) -> str:
    """median (lowest to highest)"""
    return f"{statistics.median(values):.3g} ({min(values):.3g} to {max(values):.3g})"


def figures(ways: Sequence[Way], base: Way) -> str:
    """All of them as a Markdown table, ratios against `base`."""
    lines = [
        f"| way | answers/s | CPU µs each | rate against {base.name} | CPU likewise |",
        "|---|---|---|---|---|",
    ]
    for way in ways:
        cells = (
            way.name,
            spread(way.rates),
            spread([value * 1e6 for value in way.costs]),
            spread(ratios(way, base, rates)),
            spread(ratios(way, base, costs)),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
