"""The rule set as frozen data: what `parse_rule_set` returns.

Everything is held in the order of ids, so two documents that differ only in the
order of their lists give equal rule sets. The order in which people see
questions and options lives in the document.
"""

from dataclasses import astuple, dataclass
from functools import cached_property

from advisor.engine.canonical import digest_of

FactValue = bool | int | str


@dataclass(frozen=True)
class Constants:
    """Bounds of the verdict words, all in 1/1000, and the version of the worlds.

    `too_close`: confidence below it is too close to call. `clear`: confidence
    from it on is clear. `min_margin`: smaller margins, as a share of the largest
    possible total, are too close. `version` seeds the worlds.
    """

    too_close: int = 660
    clear: int = 900
    min_margin: int = 20
    version: int = 1


@dataclass(frozen=True)
class Criterion:
    """Something that matters, with the points it has before any answer."""

    id: str
    base_points: int


@dataclass(frozen=True)
class Score:
    """P10, P50 and P90 of a score, `0 <= low <= best <= high <= scale_max`."""

    low: int
    best: int
    high: int


@dataclass(frozen=True)
class Framework:
    """A candidate; `scores` stand in the order of `RuleSet.criteria`."""

    id: str
    facts: tuple[tuple[str, FactValue], ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True)
class Option:
    """An answer: points by criterion id, and facts it demands of a framework."""

    id: str
    points: tuple[tuple[str, int], ...]
    requires: tuple[tuple[str, FactValue], ...]


@dataclass(frozen=True)
class Question:
    """A question with its options in the order of their ids."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class RuleSet:
    """A checked rule set: no answers can make it fail."""

    scale_max: int
    criteria: tuple[Criterion, ...]
    frameworks: tuple[Framework, ...]
    questions: tuple[Question, ...]
    constants: Constants

    @cached_property
    def fingerprint(self) -> str:
        """Digest of what the engine reads; words and sources don't change it."""
        return digest_of(astuple(self))

    def __hash__(self) -> int:
        # Hashing every score on each look-up would cost more than an evaluation.
        return hash(self.fingerprint)
