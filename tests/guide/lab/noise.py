"""Timings as a busy machine gives them, from a seed."""

import math
import random

Samples = list[list[float]]


def noisy_pair(
    seed: int, ratio: float, starts: int, rounds: int
) -> tuple[Samples, Samples]:
    """Two programs measured in turns; the second costs `ratio` times as much.

    Each start has a luck of its own (1.5 %), the machine drifts and wanders over the
    whole run, one batch in twenty is hit by something else, and all of them jitter.
    """
    drawn = random.Random(seed)
    level = 0.0
    pair: tuple[Samples, Samples] = ([], [])
    for _start in range(starts):
        lucks = (drawn.gauss(0, 0.015), drawn.gauss(0, 0.015) + math.log(ratio))
        measured: tuple[list[float], list[float]] = ([], [])
        for number in range(rounds):
            for side in (0, 1) if number % 2 == 0 else (1, 0):
                level = 0.98 * level + drawn.gauss(0, 0.03) + 0.001
                hit = drawn.expovariate(1 / 0.3) if drawn.random() < 0.05 else 0.0
                noise = level + hit + drawn.gauss(0, 0.01)
                measured[side].append(100 * math.exp(lucks[side] + noise))
        pair[0].append(measured[0])
        pair[1].append(measured[1])
    return pair
