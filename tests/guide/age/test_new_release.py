"""The shipped data names a newer release: claims enter the queue by themselves."""

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guide.age.queue import queue_of
from guide.age.reasons import Reason
from guide.content_files import Content, Record, load_content
from guide.models import Claim, FrameworkRelease
from guide.seeding import seed

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 15)
VERSION_CHANGED = {Reason.NEW_PATCH, Reason.NEW_SERIES}


@pytest.fixture(autouse=True)
def today(on_day):
    on_day(DAY)


def shipped_with(change: Callable[[list[dict[str, Any]]], None]) -> Content:
    """The shipped content, the list of Flask's releases changed."""
    content = load_content()
    frameworks = []
    for record in content.frameworks:
        data = copy.deepcopy(record.data)
        if record.slug == "flask":
            change(data["releases"])
        frameworks.append(Record(record.place, data))
    return replace(content, frameworks=frameworks)


def changed_claims() -> dict[str, set[Reason]]:
    return {
        entry.claim.slug: set(entry.reasons & VERSION_CHANGED)
        for entry in queue_of(Claim.objects.all())
        if entry.reasons & VERSION_CHANGED
    }


def checked_against(version: str) -> set[str]:
    claims = Claim.objects.filter(
        frameworks__slug="flask", versions__regex=rf"Flask (\d[\d.]*-)?{version}(,|$)"
    )
    return {claim.slug for claim in claims}


def test_a_newer_patch_brings_every_claim_checked_against_the_older():
    assert changed_claims() == {}

    def patch(releases):
        releases[0]["latest"] = "3.1.4"

    seed(shipped_with(patch), lambda line: None)

    assert FrameworkRelease.objects.get(framework__slug="flask").latest == "3.1.4"
    found = changed_claims()
    assert set(found) == checked_against(r"3\.1\.3")
    assert len(found) > 20
    assert set.union(*found.values()) == {Reason.NEW_PATCH}


def test_a_new_series_is_told_apart_from_a_patch():
    def series(releases):
        newest = releases[0] | {
            "version": "3.2",
            "latest": "3.2.0",
            "released_on": date(2026, 12, 10),
        }
        releases.insert(0, newest)

    seed(shipped_with(series), lambda line: None)

    found = changed_claims()
    assert checked_against(r"3\.1\.3") <= set(found)
    assert set.union(*found.values()) == {Reason.NEW_SERIES}
