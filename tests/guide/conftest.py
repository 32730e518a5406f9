"""A calendar to set."""

from datetime import date

import pytest
from django.utils import timezone


@pytest.fixture
def on_day(monkeypatch):
    """Sets the calendar to a day."""

    def set_day(day: date) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    return set_day
