"""Permutations of the worlds that depend on a text alone."""

import hashlib
import struct

from advisor.engine.lanes import WORLDS

_KEYS_PER_BLOCK = 8


def permutation(seed: str) -> tuple[int, ...]:
    """A permutation of 0..999: where each sorted 32-bit key of SHA-256 stood.

    The keys are those of sha256("seed|0"), sha256("seed|1") and so on, eight from
    each, big-endian. Equal keys keep their order.
    """
    blocks = -(-WORLDS // _KEYS_PER_BLOCK)
    stream = b"".join(
        hashlib.sha256(f"{seed}|{block}".encode()).digest() for block in range(blocks)
    )
    keys = struct.unpack(f">{blocks * _KEYS_PER_BLOCK}I", stream)
    return tuple(sorted(range(WORLDS), key=keys.__getitem__))
