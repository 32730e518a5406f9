"""Kept until the next edition of the public site; guide.editions begins one."""

from collections.abc import Callable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class KeptForEdition(Generic[Kept]):
    """What `find` found, until the next edition; asked anew where nobody watches.

    Only a process that watches editions (config/page_cache) may keep anything: it
    learns of a new one within half a second, and of its own at once.
    """

    def __init__(self, find: Callable[[], Kept]) -> None:
        self._find = find
        self._kept: tuple[object, Kept] | None = None

    def __call__(self) -> Kept:
        edition = watched_edition()  # before finding: what follows may be too new
        kept = self._kept
        if edition is not None and kept is not None and kept[0] == edition:
            return kept[1]
        found = self._find()
        self._kept = (edition, found)
        return found


_watched: list[Callable[[], object | None]] = []


def watched_edition() -> object | None:
    """The edition this process is kept told of; None where nobody watches."""
    return _watched[-1]() if _watched else None


def watch_by(edition: Callable[[], object | None]) -> None:
    """Let `edition` say which one is in force, from now on, in this process."""
    _watched.append(edition)
