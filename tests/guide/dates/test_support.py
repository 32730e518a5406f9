"""Support that ends marks itself, everywhere."""

from datetime import date

import pytest
from django.utils import timezone

from guide.dates.support import Support, support_on
from guide.models import FrameworkRelease
from tests.guide.factories import make_article, section

END = date(2027, 4, 30)  # of Django 6.0, as shipped


@pytest.mark.parametrize(
    ("day", "support"),
    [
        (date(2026, 10, 28), Support.SUPPORTED),
        (date(2026, 10, 29), Support.ENDING),
        (date(2027, 4, 30), Support.ENDING),
        (date(2027, 5, 1), Support.ENDED),
    ],
)
def test_half_a_year_before_its_last_day_support_is_ending(day, support):
    assert support_on(day, END) is support


def test_without_a_last_day_support_neither_ends_nor_is_promised():
    assert support_on(date(2126, 1, 1), None) is Support.NO_END_NAMED


@pytest.mark.parametrize(
    ("day", "support", "supported", "chip"),
    [
        (date(2026, 10, 1), "supported", True, None),
        (date(2027, 4, 1), "ending", True, "ends soon"),
        (date(2027, 5, 1), "ended", False, "ended"),
    ],
)
def test_page_and_api_say_the_same_on_the_same_day(
    client, db, on_day, day, support, supported, chip
):
    release = FrameworkRelease.objects.get(framework__slug="django", version="6.0")
    assert release.supported_until == END
    FrameworkRelease.objects.exclude(pk=release.pk).update(supported_until=None)
    block = ("releases", {"framework": release.framework_id})
    page = make_article(sections=[section("Support", block)])
    on_day(day)

    html = client.get(page.url).content.decode()
    rows = client.get("/api/v1/frameworks/django").json()["releases"]
    row = next(row for row in rows if row["version"] == "6.0")

    chips = [word for word in ("ends soon", "ended") if f'"chip">{word}<' in html]
    assert chips == ([chip] if chip else [])
    assert (row["support"], row["supported"]) == (support, supported)


def test_the_day_is_that_of_the_sites_own_time():
    assert timezone.localdate() == timezone.localtime().date()
