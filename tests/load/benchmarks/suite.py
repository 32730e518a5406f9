"""Benchmarks: what `python -m tests.load bench` runs, one after the other."""

from collections.abc import Callable

from tests.load.benchmarks import api, footprint, pages

BENCHMARKS: tuple[Callable[[bool], bool], ...] = (
    footprint.main,
    pages.main,
    api.main,
)


def main(short: bool) -> bool:
    kept = [benchmark(short) for benchmark in BENCHMARKS]  # every one, also after a no
    return all(kept)
