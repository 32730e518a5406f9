"""From paired measurements to a ratio with an interval. Standard library only.

A run starts several sets of processes, one process per program, and measures them in
rounds, forwards and backwards in turn. What differs between two starts of the same
program (hash seed, memory layout) is as large as what differs between rounds, so the
starts are what is resampled, not the rounds:

1. Each round gives one log ratio. A round forwards and the round backwards after it are
   averaged, which cancels a steady drift and the advantage of going second.
2. The median of these averages is the value of one start.
3. The ratio is the mean over the starts. Its interval comes from 2,000 bootstrap
   samples of the starts: the 0.5 and 99.5 percentiles, moved away from the mean by what
   Student's t adds to a normal interval for so few starts, because a percentile
   bootstrap of few values is too narrow. `tests/guide/lab/test_intervals.py` proves it
   on programs that are equal and on programs that are not.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, median

CONFIDENCE = 0.99
SAMPLES = 2_000
METHOD = (
    "99 % percentile bootstrap over process starts, widened by Student's t for their "
    "number; of the mean of each start's median paired log ratio"
)
# Student's t at 0.995 for 1, 2, ... degrees of freedom.
STUDENT = (63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.250, 3.169, 3.106,
           3.055, 3.012, 2.977, 2.947, 2.921, 2.898, 2.878, 2.861, 2.845)  # fmt: skip


@dataclass(frozen=True)
class Interval:
    low: float
    best: float
    high: float

    @property
    def includes_one(self) -> bool:
        return self.low <= 1.0 <= self.high


def ratio_interval(
    above: Sequence[Sequence[float]], below: Sequence[Sequence[float]]
) -> Interval:
    """Interval of above / below. Both: one list per start, one positive value per
    round, and the rounds of both measured side by side."""
    starts = [
        start_value([math.log(a / b) for a, b in zip(top, bottom, strict=True)])
        for top, bottom in zip(above, below, strict=True)
    ]
    return bootstrap(starts)


def value_interval(values: Sequence[Sequence[float]]) -> Interval:
    """Interval of a positive quantity itself: one list per start."""
    return bootstrap([start_value([math.log(v) for v in start]) for start in values])


def start_value(rounds: Sequence[float]) -> float:
    """One number for a start: the median over forwards-and-backwards averages."""
    if len(rounds) < 2:
        return rounds[0]
    pairs = zip(rounds[::2], rounds[1::2], strict=False)
    return median(fmean(pair) for pair in pairs)


def bootstrap(starts: Sequence[float]) -> Interval:
    """The interval of the mean of `starts`, which are logarithms; at least three."""
    count = len(starts)
    if count < 3:
        raise ValueError(f"{count} process starts give no interval: at least 3.")
    drawn = random.Random(20_261_122)  # noqa: S311 - resampling, repeatable
    means = sorted(sum(drawn.choices(starts, k=count)) for _ in range(SAMPLES))
    edge = round(SAMPLES * (1 - CONFIDENCE) / 2)
    best, wider = fmean(starts), widening(count)
    low = best - (best - means[edge] / count) * wider
    high = best + (means[-1 - edge] / count - best) * wider
    return Interval(math.exp(low), math.exp(best), math.exp(high))


def widening(count: int) -> float:
    """How much wider than a normal interval one from `count` values has to be."""
    freedom = count - 1
    quantile = STUDENT[min(freedom, len(STUDENT)) - 1]
    normal = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    return quantile / normal * math.sqrt(count / freedom)
