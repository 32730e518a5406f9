"""What the measurement ran on, and how much others used the machine meanwhile."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DISTURBED = 0.10  # share of the machine used by others, above which a run says so


def describe_machine() -> dict[str, Any]:
    """Processor, cores, kernel, load and governor; null for what cannot be read."""
    governor = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"
    return {
        "processor": processor(),
        "cores": os.cpu_count() or 1,
        "memory_gib": memory_gib(),
        "system": f"{platform.system()} {numbers(platform.release())}",
        "architecture": platform.machine(),
        "governor": read(Path(governor)),
    }


def load_now() -> list[float] | None:
    """Load averages of 1, 5 and 15 minutes, or None where the system has none."""
    try:
        return [round(value, 2) for value in os.getloadavg()]
    except OSError:
        return None


@dataclass(frozen=True)
class Clock:
    """CPU seconds so far: of the whole machine's work, of ours, and there to be had."""

    busy: float
    ours: float
    capacity: float

    @classmethod
    def now(cls) -> "Clock | None":
        """None where the system does not tell."""
        line = read(Path("/proc/stat"))
        if line is None:
            return None
        fields = [int(word) for word in line.splitlines()[0].split()[1:9]]
        tick = os.sysconf("SC_CLK_TCK")
        idle = fields[3] + fields[4]
        used = os.times()
        ours = used.user + used.system + used.children_user + used.children_system
        return cls((sum(fields) - idle) / tick, ours, sum(fields) / tick)


def share_of_others(before: Clock | None, after: Clock | None) -> float | None:
    """Share of the machine that others used between two readings, 0 to 1."""
    if before is None or after is None or after.capacity <= before.capacity:
        return None
    others = (after.busy - before.busy) - (after.ours - before.ours)
    return round(max(0.0, others) / (after.capacity - before.capacity), 3)


def processor() -> str:
    for line in (read(Path("/proc/cpuinfo")) or "").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def numbers(release: str) -> str:
    """6.18.44 of 6.18.44-something: the rest is the builder's name for it."""
    return release.partition("-")[0].partition("+")[0]


def memory_gib() -> float | None:
    for line in (read(Path("/proc/meminfo")) or "").splitlines():
        if line.startswith("MemTotal:"):
            return round(int(line.split()[1]) / 1024**2, 1)
    return None


def read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return None
