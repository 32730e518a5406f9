"""A list shown in part: the kind that an address asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

LONGEST = 40  # characters of an unknown choice that are shown again


@dataclass(frozen=True)
class Narrowing:
    """`chosen` is one of the values of `choices` or ""; `unknown` what is none."""

    name: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    unknown: str

    @property
    def query(self) -> str:
        """What a link to another page of the same list must repeat."""
        return f"{self.name}={self.chosen}&" if self.chosen else ""


def narrowing(
    request: HttpRequest, name: str, choices: Iterable[tuple[str, str]]
) -> Narrowing:
    """What `?name=` asks for. Something unknown narrows nothing, and is named."""
    known = tuple(choices)
    asked = request.GET.get(name, "").replace("\0", "")
    if asked in dict(known):
        return Narrowing(name, known, asked, "")
    return Narrowing(name, known, "", asked[:LONGEST])
