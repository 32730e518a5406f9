"""What is measured, in which unit, and which direction is better."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Metric:
    slug: str
    title: str
    short: str
    unit: str
    more_is_better: bool
    digits: int  # after the point, when shown
    better_words: str  # what the better side does, in the present tense


METRICS = {
    metric.slug: metric
    for metric in (
        Metric("cpu", "CPU time per request", "CPU time", "µs", False, 0, "needs less"),
        Metric(
            "served",
            "Served requests",
            "served requests",
            "requests/s",
            True,
            0,
            "serves more",
        ),
        Metric(
            "together",
            "Until 20 requests at once are answered",
            "all at once",
            "ms",
            False,
            0,
            "is done sooner",
        ),
        Metric(
            "cold",
            "Cold start, to the first answer",
            "cold start",
            "ms of CPU time",
            False,
            0,
            "starts sooner",
        ),
        Metric(
            "memory",
            "Memory held after the run",
            "memory",
            "MiB",
            False,
            1,
            "holds less",
        ),
    )
}
