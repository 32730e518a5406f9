"""A small record, as a run writes it."""

import copy
from typing import Any

from guide.lab.metrics import METRICS
from guide.lab.packages import Installed
from guide.lab.plans import QUICK
from guide.lab.profiles import find_profile
from guide.lab.running import described, metric_part, run_id
from tests.guide.lab.noise import noisy_pair


class FewPackages:
    def installed(self, wanted: tuple[str, ...]) -> Installed:
        return Installed({"Django": "5.2.19", "Flask": "3.1.3"}, 2_200_000)


def make_run(
    *,
    ratio: float = 1.0,
    plan: str = "full",
    started_at: str = "2026-11-22T10:00:00+00:00",
    others: float | None = 0.02,
    slug: str = "json",
) -> dict[str, Any]:
    """A run of one profile in which Django costs `ratio` times what Flask does."""
    flask, django = noisy_pair(1, ratio, QUICK.starts, QUICK.rounds)
    cpu = metric_part(METRICS["cpu"], {"flask": flask, "django": django}, others)
    profile = find_profile(slug)
    assert profile is not None
    part = described(profile, FewPackages()) | {  # type: ignore[arg-type]
        "metrics": [cpu],
        "not_measured": {"served": "not measured: no load generator (wrk)"},
    }
    record = {
        "schema_version": 1,
        "plan": plan,
        "started_at": started_at,
        "seconds": 30,
        "environment": {
            "processor": "A processor",
            "cores": 2,
            "memory_gib": None,
            "system": "Linux 6.1",
            "architecture": "x86_64",
            "governor": None,
            "python": "CPython 3.11.7",
            "packages": {"Django": "5.2.19", "Flask": "3.1.3"},
            "load_before": None,
            "load_after": [0.1, 0.2, 0.3],
        },
        "method": {
            "interval": "a method",
            "confidence": 0.99,
            "warm_up": 40,
            "batch_ms": 8.0,
            "garbage_collection": "on",
            "server": None,
            "connections": 8,
            "load_generator": None,
        },
        "disturbed": cpu["disturbed"],
        "profiles": [part],
    }
    return copy.deepcopy({"id": run_id(record)} | record)
