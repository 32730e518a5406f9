"""Arithmetic on many lanes at once, and the permutations of the worlds."""

from hypothesis import given
from hypothesis import strategies as st

import tests.drawn_cases  # noqa: F401 - for runs without a conftest.py
from advisor.engine.lanes import (
    count_small,
    high_bits,
    lanewise_max,
    pack,
    unpack,
)
from advisor.engine.permutation import permutation

LIMIT = 2**39 - 1
PAIRS = st.lists(
    st.tuples(st.integers(0, LIMIT), st.integers(0, LIMIT)), min_size=1, max_size=8
)


@given(values=st.lists(st.integers(-LIMIT, LIMIT), min_size=1, max_size=8))
def test_signed_values_survive_packing(values):
    size = len(values)

    lifted = unpack(pack(values) + high_bits(size), size)

    assert [value - 2**39 for value in lifted] == values


@given(pairs=PAIRS)
def test_the_larger_of_each_lane(pairs):
    left, right = zip(*pairs, strict=True)

    largest = lanewise_max(pack(left), pack(right), high_bits(len(pairs)))

    assert unpack(largest, len(pairs)) == [max(pair) for pair in pairs]


def test_small_values_are_counted_over_all_worlds():
    values = [n % 3 for n in range(1000)]

    assert count_small(pack(values), range(4)) == (334, 333, 333, 0)


def test_a_permutation_depends_on_its_text_alone():
    order = permutation("1|w|tools")

    assert sorted(order) == list(range(1000))
    assert order == permutation("1|w|tools")
    assert order != permutation("1|w|size")
    # For ever: stored recommendations rest on it.
    assert order[:5] == (308, 493, 706, 607, 224)
