import itertools

import psycopg
import pytest
from django.db.backends.postgresql import base as django_base

from config.postgresql import base
from config.postgresql.base import PATIENCE, PAUSE, DatabaseWrapper


class Clock:
    """Time that passes when somebody sleeps, or when the test says so."""

    def __init__(self):
        self.now = 100.0

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


class Server:
    """Refuses until `back_at`; every try takes half a second."""

    def __init__(self, clock):
        self.clock, self.back_at, self.tries = clock, 0.0, 0

    def connect(self, wrapper, params):
        self.tries += 1
        if self.clock.now < self.back_at:
            self.clock.now += 0.5
            raise psycopg.OperationalError("refused")
        return "connection"


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(base, "time", clock)
    return clock


@pytest.fixture
def server(monkeypatch, clock):
    server = Server(clock)
    monkeypatch.setattr(
        django_base.DatabaseWrapper,
        "get_new_connection",
        lambda self, params: server.connect(self, params),
    )
    monkeypatch.setattr(DatabaseWrapper, "_away_since_look", None)
    return server


def connect():
    return DatabaseWrapper({"OPTIONS": {}}).get_new_connection({})


def refused():
    with pytest.raises(psycopg.OperationalError):
        connect()


def test_a_short_outage_is_waited_out(server, clock):
    server.back_at = clock.now + 3

    assert connect() == "connection"


def test_a_long_one_is_given_up(server, clock):
    began, server.back_at = clock.now, clock.now + 45
    refused()

    assert clock.now - began < PATIENCE + 1


def test_while_it_is_known_to_be_away_nobody_waits(server, clock):
    server.back_at = clock.now + 45
    refused()
    began, tries = clock.now, server.tries
    for _ in range(10):
        refused()

    assert (clock.now, server.tries) == (began, tries)


def test_from_time_to_time_one_looks_once(server, clock):
    server.back_at = clock.now + 45
    refused()
    tries = server.tries
    clock.sleep(PAUSE)
    refused()

    assert server.tries == tries + 1


def test_it_is_noticed_when_it_is_back_and_patience_with_it(server, clock):
    server.back_at = clock.now + 45
    refused()
    clock.now = server.back_at
    connect()
    server.back_at = clock.now + 3

    assert [connect() for _ in itertools.repeat(None, 2)] == ["connection"] * 2
