"""What a run's page shows, as plain data: readings, charts, tables, facts."""

import math
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from guide.lab.metrics import METRICS, Metric
from guide.lab.profiles import NAMES, REFERENCE

DIGITS = 2  # of a ratio, after the point
SCALES = (4, 16, 64)  # the axis runs from 1/scale to scale, evenly in the logarithm


@dataclass(frozen=True)
class Row:
    """One comparison with Django, as the chart and its table show it."""

    profile: str
    quantity: str
    program: str
    framework: str  # the side it speaks for, "" where no difference is shown
    figures: str  # "1.04 (0.92 to 1.18)"
    reading: str
    low: int
    best: int
    high: int
    value: str  # of the program, with unit and interval
    reference: str  # of Django, with unit and interval

    @property
    def label(self) -> str:
        return self.quantity

    @property
    def value_label(self) -> str:
        return f"{self.figures}, {self.reading}"


@dataclass(frozen=True)
class Chart:
    id: str
    title: str
    description: str
    ticks: tuple[dict[str, str], ...]
    rows: tuple[Row, ...]
    zero: int = 500


@dataclass(frozen=True)
class Size:
    program: str
    packages: int
    names: str
    size: str


@dataclass(frozen=True)
class ProfilePart:
    slug: str
    title: str
    summary: str
    equal: bool
    features: list[str]
    not_on: list[str]
    chart: Chart
    sizes: list[Size]
    not_measured: list[str]
    disturbed: str  # a sentence, or ""


@dataclass(frozen=True)
class RunPart:
    id: str
    day: datetime
    title: str
    machine: str
    versions: str
    disturbed: str
    overview: list[Chart]
    profiles: list[ProfilePart]
    facts: list[tuple[str, str]] = field(default_factory=list)
    found: list[str] = field(default_factory=list)


def chart_rows(run_part: dict[str, Any], metric: Metric, scale: int) -> list[Row]:
    """One row per program of a profile that is compared with Django."""
    part = find_metric(run_part, metric.slug)
    if part is None:
        return []
    names = {p["key"]: p for p in run_part["programs"]}
    return [
        row_of(run_part["title"], metric, part, names[key], ratio, scale)
        for key, ratio in part["ratios"].items()
    ]


def row_of(
    profile: str,
    metric: Metric,
    part: dict[str, Any],
    program: dict[str, Any],
    ratio: dict[str, float],
    scale: int,
) -> Row:
    better = side(ratio)
    return Row(
        profile=profile,
        quantity=f"{metric.title}: {program['name']}",
        program=program["name"],
        framework={"above": program["framework"], "below": REFERENCE}.get(better, ""),
        figures=interval_words(ratio, DIGITS),
        reading=reading(better, metric, NAMES[program["framework"]]),
        low=place(ratio["low"], scale),
        best=place(ratio["best"], scale),
        high=place(ratio["high"], scale),
        value=amount(part["values"][program["key"]], metric),
        reference=amount(part["values"][REFERENCE], metric),
    )


def side(ratio: dict[str, float]) -> str:
    """Which way an interval points; "" where it includes 1, as it is shown."""
    if round(ratio["low"], DIGITS) > 1:
        return "above"
    return "below" if round(ratio["high"], DIGITS) < 1 else ""


def reading(better: str, metric: Metric, name: str) -> str:
    if not better:
        return "no difference shown"
    winner = name if better == "above" else NAMES[REFERENCE]
    return f"{winner} {metric.better_words}"


def interval_words(interval: dict[str, float], digits: int) -> str:
    low, best, high = (
        f"{interval[name]:,.{digits}f}" for name in ("low", "best", "high")
    )
    return f"{best} ({low} to {high})"


def amount(interval: dict[str, float], metric: Metric) -> str:
    return f"{interval_words(interval, metric.digits)} {metric.unit}"


def place(ratio: float, scale: int) -> int:
    """Where a ratio stands on the axis, 0 to 1000; 1 is in the middle."""
    return max(0, min(1000, round(500 + 500 * math.log(ratio) / math.log(scale))))


def scale_for(ratios: list[dict[str, float]]) -> int:
    widest = max(
        (max(ratio["high"], 1 / ratio["low"]) for ratio in ratios), default=1.0
    )
    return next((scale for scale in SCALES if widest <= scale), SCALES[-1])


def ticks_of(scale: int) -> tuple[dict[str, str], ...]:
    root = math.isqrt(scale)
    labels = (f"{1 / scale:g}", f"{1 / root:g}", "1", f"{root}", f"{scale}")
    return tuple({"label": label} for label in labels)


def find_metric(run_part: dict[str, Any], slug: str) -> dict[str, Any] | None:
    return next((m for m in run_part["metrics"] if m["metric"] == slug), None)


def metrics_of(run_part: dict[str, Any]) -> list[Metric]:
    return [METRICS[part["metric"]] for part in run_part["metrics"]]


def versions_of(run: dict[str, Any], slugs: set[str]) -> str:
    """ "Flask 3.1.3, Django 5.2.19, CPython 3.11.7" for the frameworks `slugs`."""
    known = {name.lower(): version for name, version in packages(run).items()}
    shown = [f"{NAMES[s]} {known[s]}" for s in NAMES if s in slugs and s in known]
    return ", ".join([*shown, run["environment"]["python"]])


def packages(run: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = run["environment"]["packages"]
    return found


def percent(share: float | None) -> str:
    return "an unknown share" if share is None else f"{share * 100:.0f} %"
