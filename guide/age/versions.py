"""Which versions a claim was checked against, and what has come out since.

The field is free text, such as "Django 5.2.19-6.1.3, Flask 3.1.3". A version belongs
to the framework whose name stands right before it ("Django REST framework 3.18" is
none of Django's); a bare number after a comma goes with the name before. Of a span
only the upper end was checked: the lower one says since when. A claim that names no
version of a framework does not depend on its releases.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

Number = tuple[int, ...]

PART = re.compile(r"[^,;]+")
LEADING = re.compile(r"\d+(?:\.\d+)*")
NUMBER = r"\d+(?:\.\d+)*(?:\.x|[a-z]+\d*)?"
VERSION = re.compile(
    rf"^\s*(?:and\s+)?(?P<name>\D.*?)??\s*(?<![\w.])"
    rf"(?:{NUMBER}\s*(?:-|–|to)\s*)?(?P<upper>{NUMBER})\+?\s*(?:\(.*\)\s*)?$"
)


class Release(Protocol):
    """A series as the data file names it; `latest` is its newest release."""

    version: str
    latest: str
    released_on: date


@dataclass(frozen=True)
class Stated:
    """A version in the text of a claim, and where it stands there."""

    framework: str  # the name as written, in small letters
    text: str
    start: int

    @property
    def number(self) -> Number:
        return number_of(self.text)


@dataclass(frozen=True)
class Newer:
    """A release that a claim was not checked against."""

    framework: str
    is_series: bool  # a whole new series; otherwise a patch of one that was checked
    released: str
    stated: Stated


def number_of(version: str) -> Number:
    """The digits and dots it begins with: (6, 1, 3) for 6.1.3, (2,) for 2.x, or ()."""
    begins = LEADING.match(version)
    return tuple(int(digits) for digits in begins[0].split(".")) if begins else ()


def stated_in(versions: str) -> list[Stated]:
    """Every version named in the text that belongs to something."""
    found, name = [], ""
    for part in PART.finditer(versions.replace(" and ", " ,   ")):  # as long as before
        match = VERSION.match(part[0])
        if match is None:
            name = ""
            continue
        name = (match["name"] or name).strip().lower()
        if name:
            start = part.start() + match.start("upper")
            found.append(Stated(name, match["upper"], start))
    return found


def newer_than_checked(
    framework: str, versions: str, checked_on: date, releases: Iterable[Release]
) -> list[Newer]:
    """What has come out since: newer patches of the stated series, then new series.

    A series counts as new if it began after the claim was checked: who checked
    against an older one while a newer was out meant the older one.
    """
    stated = [one for one in stated_in(versions) if one.framework == framework.lower()]
    if not stated:
        return []
    releases = list(releases)
    top = max(stated, key=lambda one: one.number)
    patches = [
        Newer(framework, False, release.latest, one)
        for one in stated
        for release in releases
        if is_newer_patch(release, one.number)
    ]
    series = [
        Newer(framework, True, release.version, top)
        for release in releases
        if release.released_on > checked_on and is_beyond(release, top.number)
    ]
    return patches + series


def is_newer_patch(release: Release, checked: Number) -> bool:
    series = number_of(release.version)
    latest = number_of(release.latest)[: len(checked)]
    return bool(series) and checked[: len(series)] == series and latest > checked


def is_beyond(release: Release, top: Number) -> bool:
    """Above the highest version checked, or the very series a claim awaits."""
    series = number_of(release.version)
    return bool(series) and (series > top[: len(series)] or series == top)


def with_newest_patches(versions: str, newer: Iterable[Newer]) -> str:
    """The text with each outdated patch replaced by the newest of its series."""
    patches = [one for one in newer if not one.is_series]
    for one in sorted(patches, key=lambda one: one.stated.start, reverse=True):
        start, end = one.stated.start, one.stated.start + len(one.stated.text)
        versions = versions[:start] + one.released + versions[end:]
    return versions
