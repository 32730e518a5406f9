"""The proof of the method: equal programs are called equal, unequal ones are not."""

import math

import pytest

from guide.lab.intervals import (
    bootstrap,
    ratio_interval,
    start_value,
    value_interval,
    widening,
)
from guide.lab.plans import FULL, QUICK
from tests.guide.lab.noise import noisy_pair

REPEATS = 300
SIZES = [
    pytest.param(FULL.starts, FULL.rounds, id="full"),
    pytest.param(QUICK.starts, QUICK.rounds, id="quick"),
    pytest.param(FULL.served_starts, 1, id="served"),
]


def share(repeats, holds) -> float:
    return sum(holds(seed) for seed in range(repeats)) / repeats


@pytest.mark.parametrize(("starts", "rounds"), SIZES)
def test_the_same_program_twice_is_no_difference_in_95_of_100_runs(starts, rounds):
    def no_difference(seed):
        return ratio_interval(*noisy_pair(seed, 1.0, starts, rounds)).includes_one

    assert share(REPEATS, no_difference) >= 0.95


@pytest.mark.parametrize(("starts", "rounds"), SIZES[:2])
def test_a_program_slower_by_a_fifth_is_found(starts, rounds):
    def found(seed):
        first, second = noisy_pair(seed, 1.2, starts, rounds)
        return ratio_interval(second, first).low > 1

    assert share(100, found) >= 0.95


def test_resampling_rounds_instead_of_starts_would_be_wrong():
    """Why the starts are resampled: rounds of a few starts look more certain than
    they are, so equal programs seem to differ."""

    def no_difference(seed):
        first, second = noisy_pair(seed, 1.0, 3, 60)
        rounds = [
            math.log(a / b)
            for top, bottom in zip(first, second, strict=True)
            for a, b in zip(top, bottom, strict=True)
        ]
        return bootstrap(rounds).includes_one

    assert share(60, no_difference) < 0.95


def test_a_steady_drift_and_the_order_cancel():
    forwards, backwards = math.log(1.3), math.log(1 / 1.3)
    assert start_value([forwards, backwards] * 3) == pytest.approx(0)


def test_one_round_is_its_own_value():
    assert start_value([0.5]) == 0.5


def test_the_ratio_turns_round_with_its_sides():
    first, second = noisy_pair(1, 1.1, 8, 10)
    there, back = ratio_interval(first, second), ratio_interval(second, first)
    assert there.best == pytest.approx(1 / back.best)


def test_a_constant_quantity_has_no_width():
    found = value_interval([[3.0, 3.0]] * 4)
    assert (found.low, found.best, found.high) == pytest.approx((3, 3, 3))


def test_the_same_samples_give_the_same_interval():
    samples = noisy_pair(5, 1.0, 6, 6)
    assert ratio_interval(*samples) == ratio_interval(*samples)


def test_fewer_starts_widen_more():
    assert widening(3) > widening(6) > widening(12) > widening(40) > 1


@pytest.mark.parametrize("count", [0, 1, 2])
def test_less_than_three_starts_give_no_interval(count):
    with pytest.raises(ValueError, match="at least 3"):
        bootstrap([0.1] * count)
