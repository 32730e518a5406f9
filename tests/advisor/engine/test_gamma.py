"""The gamma quantiles against the distribution function, computed otherwise."""

from itertools import pairwise
from math import exp, lgamma, log

import pytest

from advisor.engine.gamma import (
    FIXED_POINT,
    GAMMA_TABLE_SHA256,
    gamma_table,
    gamma_table_digest,
)


def poisson_tail(shape: int, x: float) -> float:
    """P(Gamma(shape, 1) <= x), which is P(Poisson(x) >= shape)."""
    return 1 - sum(exp(k * log(x) - x - lgamma(k + 1)) for k in range(shape))


@pytest.mark.parametrize("shape", [1, 2, 3, 7, 20, 60, 250])
def test_a_quantile_has_its_share_below_it(shape):
    for k, quantile in list(enumerate(gamma_table(shape)))[::37]:
        target = (k + 0.5) / 1000
        # Rounded to 1/1024: the exact quantile is within half of that.
        assert poisson_tail(shape, (quantile - 0.5001) / FIXED_POINT) <= target
        assert poisson_tail(shape, (quantile + 0.5001) / FIXED_POINT) >= target


def test_shape_one_is_the_exponential_distribution():
    exact = [-log(1 - (k + 0.5) / 1000) for k in range(1000)]

    assert gamma_table(1) == tuple(round(x * FIXED_POINT) for x in exact)


@pytest.mark.parametrize("shape", [1, 2, 10, 144, 10_000])
def test_the_mean_of_a_table_is_its_shape(shape):
    mean = sum(gamma_table(shape)) / 1000 / FIXED_POINT

    assert mean == pytest.approx(shape, rel=0.002)


def test_quantiles_rise_with_the_stratum_and_with_the_points():
    tables = [gamma_table(shape) for shape in range(30)]

    for table in tables[1:]:
        assert all(low <= high for low, high in pairwise(table))
    for fewer, more in pairwise(tables):
        assert all(a < b for a, b in zip(fewer, more, strict=True))


def test_no_points_weigh_nothing():
    assert set(gamma_table(0)) == {0}


def test_the_tables_are_the_known_ones():
    assert gamma_table_digest() == GAMMA_TABLE_SHA256
