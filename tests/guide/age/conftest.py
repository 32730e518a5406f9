"""Releases to make."""

from datetime import date

import pytest

from guide.models import Framework, FrameworkRelease


@pytest.fixture
def release():
    """Makes a series of a framework."""

    def make(framework: Framework, **fields) -> FrameworkRelease:
        values = {
            "version": "1.0",
            "latest": "1.0.1",
            "released_on": date(2025, 1, 1),
            "python": "3.12",
            "source_title": "Notes",
            "source_url": "https://example.org/",
            "source_retrieved_on": date(2026, 11, 22),
        }
        return FrameworkRelease.objects.create(framework=framework, **values | fields)

    return make
