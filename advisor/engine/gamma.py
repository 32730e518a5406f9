"""Quantiles of the gamma distribution in fixed point: the weights of the worlds.

Shape a is a whole number of points, scale 1. The 1,000 quantiles sit at the
middles of equal strata, (k + 0.5) / 1000, and are rounded to 1/1024.
"""

import hashlib
from functools import lru_cache
from math import exp, lgamma, log, sqrt

from advisor.engine.lanes import LANE_BYTES, WORLDS

FIXED_POINT = 1024
# The shapes whose tables the digest covers: small ones, where the curve is
# steepest, and a few up to the most points a criterion may have.
DIGEST_SHAPES = (*range(1, 17), 21, 34, 55, 89, 144, 1000, 10000)
GAMMA_TABLE_SHA256 = "dea22afcf9f82cc76bc9ca9a59e2ee3558ebbaf50c66395eadec19445a6010f0"
# Nodes and weights of five-point Gauss-Legendre integration on [-1, 1].
_NODES = (
    (0.0, 128 / 225),
    (sqrt(5 - 2 * sqrt(10 / 7)) / 3, (322 + 13 * sqrt(70)) / 900),
    (-sqrt(5 - 2 * sqrt(10 / 7)) / 3, (322 + 13 * sqrt(70)) / 900),
    (sqrt(5 + 2 * sqrt(10 / 7)) / 3, (322 - 13 * sqrt(70)) / 900),
    (-sqrt(5 + 2 * sqrt(10 / 7)) / 3, (322 - 13 * sqrt(70)) / 900),
)


@lru_cache(maxsize=512)
def gamma_chunks(shape: int) -> tuple[bytes, ...]:
    """The quantiles of Gamma(shape, 1) in 1/1024 as little-endian lane chunks.

    Rising, 1,000 of them; shape 0 is the constant 0.
    """
    if shape == 0:
        return (bytes(LANE_BYTES),) * WORLDS
    return tuple(
        round(value * FIXED_POINT).to_bytes(LANE_BYTES, "little")
        for value in _quantiles(shape)
    )


def gamma_table(shape: int) -> tuple[int, ...]:
    """The quantiles of Gamma(shape, 1) in 1/1024."""
    return tuple(int.from_bytes(chunk, "little") for chunk in gamma_chunks(shape))


def gamma_table_digest() -> str:
    """SHA-256 over the tables of DIGEST_SHAPES; GAMMA_TABLE_SHA256 is expected.

    Another value means that the platform's mathematics library rounds differently
    and would give other results than everywhere else.
    """
    digest = hashlib.sha256()
    for shape in DIGEST_SHAPES:
        digest.update(b"".join(gamma_chunks(shape)))
    return digest.hexdigest()


def _quantiles(shape: int) -> list[float]:
    """Walk from quantile to quantile, integrating the density between them."""
    at = _first_quantile(shape)
    found = [at]
    for _ in range(WORLDS - 1):
        at = _next_quantile(shape, lgamma(shape), at)
        found.append(at)
    return found


def _next_quantile(shape: int, log_gamma: float, start: float) -> float:
    """The point that has 1/1000 of the distribution between `start` and itself."""
    power = shape - 1
    missing = 1 / WORLDS
    at = start
    close = 1e-4 * sqrt(shape)
    while True:
        density = exp(power * log(at) - at - log_gamma)
        change = missing / density
        # Halley's step: the density's slope is density * (power / at - 1).
        bend = 1 + change * (power / at - 1) / 2
        move = change / bend if bend > 0.5 else change
        at = max(at + move, start / 2)
        if abs(move) < close:
            return at
        missing = 1 / WORLDS - _mass(power, log_gamma, start, at)


def _mass(power: int, log_gamma: float, start: float, end: float) -> float:
    """The probability between two points."""
    middle, half = (start + end) / 2, (end - start) / 2
    total = 0.0
    for node, weight in _NODES:
        x = middle + half * node
        total += weight * exp(power * log(x) - x - log_gamma)
    return half * total


def _first_quantile(shape: int) -> float:
    """The point with half a stratum below it, by bisection."""
    target = 0.5 / WORLDS
    low, high = 0.0, float(shape)
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if _probability_below(shape, middle) < target:
            low = middle
        else:
            high = middle


def _probability_below(shape: int, x: float) -> float:
    """The distribution function for x <= shape, by its power series."""
    term = exp(shape * log(x) - x - lgamma(shape + 1)) if x > 0 else 0.0
    total, k = 0.0, shape
    while term > total * 1e-17:
        total += term
        k += 1
        term *= x / k
    return total
