"""Many small integers in one Python integer, so that one addition adds them all.

Lane i of `n` is bits 40*i to 40*i+39. A lane holds -2**39 < v < 2**39; negative
lanes borrow from their neighbours, which adding `high_bits` puts right again.
"""

from collections.abc import Iterable, Sequence
from functools import cache

WORLDS = 1000
LANE_BITS = 40
LANE_BYTES = LANE_BITS // 8
SIGN = 1 << (LANE_BITS - 1)


@cache
def ones(count: int) -> int:
    """1 in each of `count` lanes."""
    return sum(1 << (LANE_BITS * lane) for lane in range(count))


@cache
def high_bits(count: int) -> int:
    """The highest bit of each of `count` lanes."""
    return ones(count) * SIGN


def pack(values: Iterable[int]) -> int:
    """Signed values into lanes, the first into the lowest."""
    return sum(value << (LANE_BITS * lane) for lane, value in enumerate(values))


def pack_chunks(chunks: Iterable[bytes]) -> int:
    """Chunks of LANE_BYTES little-endian bytes into lanes."""
    return int.from_bytes(b"".join(chunks), "little")


def unpack(lanes: int, count: int) -> list[int]:
    """The lanes as values; none of them may be negative."""
    data = lanes.to_bytes(count * LANE_BYTES, "little")
    return [
        int.from_bytes(data[start : start + LANE_BYTES], "little")
        for start in range(0, count * LANE_BYTES, LANE_BYTES)
    ]


def count_small(lanes: int, values: Sequence[int]) -> tuple[int, ...]:
    """How many of the 1,000 lanes hold each of `values`, all lanes being < 256."""
    lowest = lanes.to_bytes(WORLDS * LANE_BYTES, "little")[::LANE_BYTES]
    return tuple(lowest.count(value) for value in values)


def lanewise_max(left: int, right: int, high: int) -> int:
    """The larger of both in every lane; none may be negative. `high`: `high_bits`."""
    larger = (left + high - right) & high
    mask = larger - (larger >> (LANE_BITS - 1))
    return (left & mask) | (right & ~mask)
