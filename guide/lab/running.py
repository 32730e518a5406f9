"""One run of the lab: measure every profile and make the record."""

import hashlib
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from guide.lab import intervals, machine, measuring, serving
from guide.lab.intervals import Interval, ratio_interval, value_interval
from guide.lab.measuring import Samples
from guide.lab.metrics import METRICS, Metric
from guide.lab.packages import Shelf, about_interpreter
from guide.lab.plans import Plan
from guide.lab.profiles import REFERENCE, Profile

Report = Callable[[str], None]
GARBAGE = (
    "Garbage collection is on, as in production. It is also run before every batch, "
    "outside of the timing."
)


def run(
    profiles: tuple[Profile, ...], python: Path, plan: Plan, report: Report
) -> dict[str, Any]:
    """The record of a new run. Raises WorkerError, WrongAnswerError, ServingError."""
    started, clock, load = datetime.now(UTC), time.monotonic(), machine.load_now()
    about = about_interpreter(python)
    shelf = Shelf(about["site"])
    parts = [profile_part(p, python, plan, shelf, report) for p in profiles]
    versions: dict[str, str] = {}
    for part in parts:
        for program in part["programs"]:
            versions |= program["packages"]
    record = {
        "schema_version": 1,
        "plan": plan.name,
        "started_at": started.isoformat(timespec="seconds"),
        "seconds": round(time.monotonic() - clock),
        "environment": machine.describe_machine()
        | {
            "python": f"{about['implementation']} {about['python']}",
            "packages": dict(sorted(versions.items())),
            "load_before": load,
            "load_after": machine.load_now(),
        },
        "method": method_of(plan, shelf),
        "disturbed": any(m["disturbed"] for part in parts for m in part["metrics"]),
        "profiles": parts,
    }
    return {"id": run_id(record)} | record


def run_id(record: dict[str, Any]) -> str:
    """Day and digest: 2026-11-22-1a2b3c4d."""
    whole = {key: value for key, value in record.items() if key != "id"}
    plain = json.dumps(whole, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(plain.encode()).hexdigest()
    return f"{record['started_at'][:10]}-{digest[:8]}"


def method_of(plan: Plan, shelf: Shelf) -> dict[str, Any]:
    granian = shelf.known.get("granian")
    return {
        "interval": intervals.METHOD,
        "confidence": intervals.CONFIDENCE,
        "warm_up": measuring.WARM_UP,
        "batch_ms": plan.batch_ms,
        "garbage_collection": GARBAGE,
        "server": f"granian {granian.version}, one worker" if granian else None,
        "connections": serving.CONNECTIONS,
        "load_generator": serving.load_generator_name(),
    }


def profile_part(
    profile: Profile, python: Path, plan: Plan, shelf: Shelf, report: Report
) -> dict[str, Any]:
    before = machine.Clock.now()
    measured = measuring.measure(profile, python, plan, report)
    share = machine.share_of_others(before, machine.Clock.now())
    metrics = [
        metric_part(METRICS[slug], samples, share)
        for slug, samples in (
            ("cpu", measured.cpu_us),
            ("together", measured.together_ms),
            ("cold", measured.cold_ms),
            ("memory", measured.memory_mib),
        )
        if samples
    ]
    not_measured = serving.why_not(profile, python, plan)
    if not_measured is None:
        before = machine.Clock.now()
        rates = serving.serve_and_measure(profile, python, plan, report)
        share = machine.share_of_others(before, machine.Clock.now())
        metrics.insert(1, metric_part(METRICS["served"], rates, share))
    return described(profile, shelf) | {
        "metrics": metrics,
        "not_measured": {"served": not_measured} if not_measured else {},
    }


def described(profile: Profile, shelf: Shelf) -> dict[str, Any]:
    """What the profile was in this run: later changes must not rewrite history."""
    programs = []
    for program in profile.programs:
        installed = shelf.installed(program.packages)
        programs.append(
            {
                "key": program.key,
                "framework": program.framework,
                "name": program.name,
                "interface": program.interface,
                "threads": program.threads,
                "packages": installed.versions,
                "package_count": len(installed.versions),
                "size_bytes": installed.size_bytes,
                "digest": digest_of(program.file),
            }
        )
    return {
        "slug": profile.slug,
        "title": profile.title,
        "summary": profile.summary,
        "equal": profile.equal,
        "features": list(profile.features),
        "not_on": list(profile.not_on),
        "programs": programs,
    }


def digest_of(file: Path) -> str:
    return f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"


def metric_part(
    metric: Metric, samples: Samples, others: float | None
) -> dict[str, Any]:
    samples = rounded(samples)
    starts = next(iter(samples.values()))
    return {
        "metric": metric.slug,
        "unit": metric.unit,
        "starts": len(starts),
        "rounds": len(starts[0]),
        "others_share": others,
        "disturbed": others is not None and others > machine.DISTURBED,
        "values": {key: plain(value_interval(v)) for key, v in samples.items()},
        "ratios": ratios(metric, samples),
        "samples": samples,
    }


def ratios(metric: Metric, samples: Samples) -> dict[str, Any]:
    """How many times as well as the reference each program does; above 1 is better."""
    reference = samples[REFERENCE]
    return {
        key: plain(
            ratio_interval(values, reference)
            if metric.more_is_better
            else ratio_interval(reference, values)
        )
        for key, values in samples.items()
        if key != REFERENCE
    }


def rounded(samples: Samples) -> Samples:
    """Five significant digits, so that anybody can recompute what is published."""
    return {
        key: [[float(f"{value:.5g}") for value in start] for start in starts]
        for key, starts in samples.items()
    }


def plain(interval: Interval) -> dict[str, float]:
    return {
        name: float(f"{getattr(interval, name):.5g}")
        for name in ("low", "best", "high")
    }
