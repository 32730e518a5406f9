"""The watch asks the database; here its looks are taken by hand."""

import datetime

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from config.page_cache.edition_watch import EditionWatch
from guide.editions import begin_edition, edition_began
from guide.models import Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def forgotten():
    return []


@pytest.fixture
def watch(forgotten):
    watch = EditionWatch(lambda: forgotten.append(True))
    watch.look()
    return watch


def away(*args):
    raise OperationalError("the server closed the connection")


def test_nothing_is_forgotten_while_nothing_changes(watch, forgotten):
    watch.look()

    assert forgotten == []


def test_an_edition_begun_elsewhere_is_noticed(watch, forgotten):
    Edition.objects.update_or_create(pk=1, defaults={"number": 4_100_000})
    watch.look()

    assert forgotten == [True]


def test_midnight_is_a_new_edition(watch, forgotten, monkeypatch):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    watch.look()

    assert forgotten == [True]


def test_while_the_database_is_away_the_last_edition_stays(watch, forgotten):
    known = watch.edition
    with connection.execute_wrapper(away):
        watch.look()

    assert watch.edition == known
    assert forgotten == []


def test_it_knows_no_edition_before_the_database_has_answered():
    watch = EditionWatch(lambda: None)
    with connection.execute_wrapper(away):
        watch.look()

    assert watch.edition is None


def test_what_is_begun_in_this_process_is_noticed_at_once(watch, forgotten):
    edition_began.connect(watch.began_here)
    begin_edition()
    edition_began.disconnect(watch.began_here)

    assert forgotten == [True]
