"""What a claim was checked against, and what is newer than that."""

from dataclasses import dataclass
from datetime import date

import pytest

from guide.age.versions import newer_than_checked, stated_in, with_newest_patches

CHECKED = date(2026, 11, 22)
BEFORE, AFTER = date(2026, 8, 5), date(2027, 4, 1)


@dataclass
class Series:
    version: str
    latest: str
    released_on: date = BEFORE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Django 6.1.3", [("django", "6.1.3")]),
        ("Django 5.2.19-6.1.3", [("django", "6.1.3")]),
        ("Django 6.1 to 6.2", [("django", "6.2")]),
        ("Django 5.2, 6.0", [("django", "5.2"), ("django", "6.0")]),
        ("Django 6.1.3, Flask 3.1.3", [("django", "6.1.3"), ("flask", "3.1.3")]),
        ("Flask 3.1.3 and Django 6.1", [("flask", "3.1.3"), ("django", "6.1")]),
        ("Flask 3.2 (unreleased)", [("flask", "3.2")]),
        ("Litestar 2.x", [("litestar", "2.x")]),
        ("Django 5.2+", [("django", "5.2")]),
        ("Django REST framework 3.18.3", [("django rest framework", "3.18.3")]),
        ("Flask-WTF 1.3.0", [("flask-wtf", "1.3.0")]),
        ("2017-2025", []),
        ("all", []),
        ("", []),
    ],
)
def test_versions_are_read_with_the_name_they_belong_to(text, found):
    assert [(one.framework, one.text) for one in stated_in(text)] == found


def newer(versions: str, *series: Series) -> list[tuple[bool, str]]:
    found = newer_than_checked("Django", versions, CHECKED, series)
    return [(one.is_series, one.released) for one in found]


def test_a_newer_patch_of_the_series_checked_is_told():
    assert newer("Django 6.1.3", Series("6.1", "6.1.4")) == [(False, "6.1.4")]


def test_ten_is_newer_than_nine():
    assert newer("Django 6.1.9", Series("6.1", "6.1.10")) == [(False, "6.1.10")]


def test_the_release_it_was_checked_against_is_nothing_new():
    assert newer("Django 6.1.3", Series("6.1", "6.1.3")) == []


def test_a_claim_about_a_whole_series_holds_for_its_patches():
    assert newer("Django 6.1", Series("6.1", "6.1.4")) == []
    assert newer("Django 6.x", Series("6", "6.4.0")) == []


def test_a_version_named_in_part_holds_for_that_part():
    assert newer("Django 2.25", Series("2", "2.25.1")) == []
    assert newer("Django 2.25", Series("2", "2.26.0")) == [(False, "2.26.0")]


def test_patches_of_other_series_are_no_business_of_the_claim():
    assert newer("Django 5.2.19", Series("6.1", "6.1.4")) == []


def test_the_lower_end_of_a_span_says_since_when_only():
    assert newer("Django 6.1.1-6.1.3", Series("6.1", "6.1.3")) == []


def test_a_series_that_began_after_the_check_is_told_as_a_series():
    assert newer("Django 6.1.3", Series("6.2", "6.2", AFTER)) == [(True, "6.2")]


def test_who_checked_an_older_series_while_a_newer_was_out_meant_the_older():
    assert newer("Django 5.2.19", Series("6.1", "6.1.3", BEFORE)) == []


def test_a_series_awaited_by_the_claim_is_told_when_it_comes():
    found = newer("Django 6.2 (unreleased)", Series("6.2", "6.2.1", AFTER))
    assert found == [(True, "6.2")]


def test_who_checked_a_release_of_a_series_checked_that_series():
    assert newer("Django 6.2.1", Series("6.2", "6.2.1", AFTER)) == []


def test_a_late_patch_series_below_the_one_checked_is_nothing_new():
    assert newer("Django 6.1.3", Series("5.3", "5.3.0", AFTER)) == []


@pytest.mark.parametrize("text", ["", "November 2026", "Django REST framework 3.1"])
def test_a_claim_that_names_no_version_does_not_depend_on_releases(text):
    assert newer(text, Series("6.2", "6.2.1", AFTER), Series("3", "3.9")) == []


def test_a_series_without_a_number_is_compared_with_nothing():
    assert newer("Django 6.1.3", Series("current", "current", AFTER)) == []


def test_only_outdated_patches_are_written_anew():
    text = "Django 5.2.19, 6.1.3 and Flask 3.1.3"
    series = [Series("6.1", "6.1.10"), Series("5.2", "5.2.20")]
    found = newer_than_checked("Django", text, CHECKED, series)
    renewed = with_newest_patches(text, found)
    assert renewed == "Django 5.2.20, 6.1.10 and Flask 3.1.3"
