"""A run in a few lines of plain text, for a terminal."""

from collections.abc import Iterator
from typing import Any

from guide.lab.metrics import METRICS


def lines_of(run: dict[str, Any]) -> Iterator[str]:
    for profile in run["profiles"]:
        yield f"\n{profile['title']}"
        names = {program["key"]: program["name"] for program in profile["programs"]}
        for part in profile["metrics"]:
            for key, ratio in part["ratios"].items():
                metric = METRICS[part["metric"]]
                figures = "{best:.2f} ({low:.2f} to {high:.2f})".format(**ratio)
                yield f"  {metric.title}: {names[key]} against Django {figures}"
        for metric_slug, why in profile["not_measured"].items():
            yield f"  {METRICS[metric_slug].title}: {why}"
    yield "\nAbove 1: better than Django. Intervals of 99 %."
    if run["disturbed"]:
        yield "Other programs used more than a tenth of the machine meanwhile."
