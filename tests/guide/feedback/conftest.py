"""A reader who takes his time, a claim, a page, and a table to write about."""

from datetime import timedelta

import pytest
from django.core import signing
from django.core.cache import cache
from django.utils import timezone

from guide.feedback import form_trap
from tests.guide.factories import (
    cell,
    make_article,
    make_claim,
    make_comparison,
    make_framework,
    row,
)


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch):
    """A form may be sent in the second it was made in; one test says otherwise."""
    monkeypatch.setattr(form_trap, "SHORTEST", timedelta(seconds=-1))


@pytest.fixture
def claim(db):
    return make_claim("a-claim", statement="Water is dry.")


@pytest.fixture
def article(db):
    return make_article(slug="an-article")


@pytest.fixture
def table(db):
    framework = make_framework("quart-like", name="Quart-like")
    rows = [row("Licence", cell(framework)), row("Speed", cell(framework))]
    return make_comparison([framework], rows, slug="a-table", title="A table")


def key_made(seconds_ago: float) -> str:
    """A form's key, signed a while ago."""
    signer = signing.TimestampSigner(salt="guide.feedback.form")
    moment = timezone.now().timestamp() - seconds_ago
    value = form_trap.uuid4().hex
    stamped = f"{value}:{signing.b62_encode(int(moment))}"
    return f"{stamped}:{signer.signature(stamped)}"
