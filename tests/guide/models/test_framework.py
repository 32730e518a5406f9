from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from guide.models import Framework, FrameworkRelease
from tests.guide.factories import TODAY, make_article, make_framework, section

pytestmark = pytest.mark.django_db


def make_release(framework: Framework, **fields) -> FrameworkRelease:
    values = {
        "version": "1.0",
        "latest": "1.0.1",
        "released_on": date(2025, 1, 1),
        "python": "3.12",
        "source_title": "Notes",
        "source_url": "https://example.org/",
        "source_retrieved_on": TODAY,
    }
    return FrameworkRelease.objects.create(framework=framework, **values | fields)


def test_support_runs_out_by_itself_the_day_after_its_last(client, monkeypatch):
    framework = make_framework()
    make_release(framework, supported_until=date(2027, 4, 30))
    releases = ("releases", {"framework": framework.pk})
    page = make_article(sections=[section("Support", releases)])
    monkeypatch.setattr(timezone, "localdate", lambda: date(2027, 4, 30))
    assert "ended" not in client.get(page.url).content.decode()
    monkeypatch.setattr(timezone, "localdate", lambda: date(2027, 5, 1))
    assert "ended" in client.get(page.url).content.decode()


def test_a_release_without_a_last_day_never_runs_out():
    assert (
        make_release(make_framework(), supported_until=None).support == "no-end-named"
    )


def test_support_cannot_end_before_the_release():
    framework = make_framework()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_release(framework, supported_until=date(2024, 12, 31))


def test_a_release_series_is_listed_once_per_framework():
    framework = make_framework()
    make_release(framework)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_release(framework)
