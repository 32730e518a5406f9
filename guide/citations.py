"""Claims as readers meet them: numbered in tables, counted by mark under texts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

MOST_ON_THE_PAGE = 60  # claims; with more, a page lists its evidence at an own address
WORDS = {
    "checked": "checked",
    "partly": "partly true",
    "disputed": "disputed",
    "outdated": "outdated",
    "wrong": "found wrong",
    "opinion": "opinion",
    "needs-re-check": "to be re-checked",
}


@dataclass(frozen=True)
class Citation:
    number: int  # place of the claim in the list it is looked up in, from 1
    claim: Any


@dataclass(frozen=True)
class Count:
    mark: str
    text: str  # for example "2 checked"


def cite(claims: Iterable[Any], places: dict[int, int]) -> tuple[Citation, ...]:
    """The claims with their places, by primary key; a new one goes to the end."""
    return tuple(
        Citation(places.setdefault(claim.pk, len(places) + 1), claim)
        for claim in claims
    )


def places_in(listed: Sequence[Any]) -> dict[int, int]:
    """Primary key -> place from 1, of claims that are listed once each."""
    return {claim.pk: place for place, claim in enumerate(listed, start=1)}


def tally(claims: Iterable[Any]) -> list[Count]:
    """How many claims carry each mark, in the order of WORDS; no zeros."""
    counts = Counter(claim.mark for claim in claims)
    return [
        Count(mark, f"{counts[mark]} {words}")
        for mark, words in WORDS.items()
        if counts[mark]
    ]
