"""How many of the claims on a page are current, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Currency:
    """`stale` are those past their review date, in the order of the page."""

    total: int
    stale: tuple[Any, ...]

    @property
    def current_in_words(self) -> str:
        """For example "118 of 120 claims on this page are current"."""
        current = self.total - len(self.stale)
        if self.total == 1:
            return f"The one claim on this page is {'' if current else 'not '}current"
        if current == self.total:
            return f"All {self.total} claims on this page are current"
        verb = "is" if current == 1 else "are"
        return f"{current} of {self.total} claims on this page {verb} current"

    @property
    def stale_in_words(self) -> str:
        """For example "2 need a re-check"; "" if none does."""
        if not self.stale:
            return ""
        if self.total == 1:
            return "it needs a re-check"
        number = len(self.stale)
        return f"{number} need{'s' if number == 1 else ''} a re-check"


def currency_of(claims: Iterable[Any]) -> Currency:
    """Of claims that may be named more than once."""
    once = {claim.pk: claim for claim in claims}.values()
    return Currency(len(once), tuple(claim for claim in once if claim.is_stale))
