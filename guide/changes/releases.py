"""Releases of a framework and the end of their support."""

from typing import Any

from django.utils.formats import date_format

from guide.changes.record import FieldChange, record_change
from guide.models.change import Change
from guide.shelf import open_to_all


def record_releases(before: Any, after: Any, why: str) -> None:
    """Record that releases of a published framework were added, changed or taken off.

    A framework's first publication brings no release that was not there before.
    """
    if before is None:
        return
    fields = differences(_series(before), _series(after))
    if fields:
        page = open_to_all(after.pages.live()).first()
        record_change(
            kind=Change.Kind.FRAMEWORK_RELEASE,
            title=f"{after.name}: releases and support",
            what=fields,
            why=why,
            url="",
            about=page,
        )


def _series(framework: Any) -> dict[str, str]:
    return {r.version: release_words(r) for r in framework.releases.all()}


def release_words(release: Any) -> str:
    """What readers see of one release series, in one line."""
    until = release.supported_until
    support = f"supported until {date_format(until, 'j F Y')}" if until else ""
    parts = [
        f"newest release {release.latest}",
        f"since {date_format(release.released_on, 'j F Y')}",
        support,
        "long-term support" if release.lts else "",
        f"Python {release.python}",
        release.note,
    ]
    return ", ".join(part for part in parts if part)


def differences(before: dict[str, str], after: dict[str, str]) -> list[FieldChange]:
    versions = dict.fromkeys([*after, *before])
    return [
        FieldChange(version, before.get(version, ""), after.get(version, ""))
        for version in versions
        if before.get(version) != after.get(version)
    ]
