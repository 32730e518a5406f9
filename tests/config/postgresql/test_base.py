from io import StringIO
from typing import ClassVar

import psycopg
import pytest
from django.db.backends.postgresql import base as django_base

from config.postgresql import base
from config.postgresql.base import PATIENCE, DatabaseWrapper


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
    monkeypatch.setattr(base, "Thread", Looking)
    Looking.started = []
    yield server
    base.away.clear()


class Looking:
    """A thread that the test runs itself."""

    started: ClassVar[list] = []

    def __init__(self, target, args, daemon):
        self.run = lambda: target(*args)

    def start(self):
        self.started.append(self.run)


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


def test_one_looks_out_for_all_and_lets_them_go_on(server, clock, monkeypatch):
    class Psycopg:
        OperationalError = psycopg.OperationalError

        @staticmethod
        def connect(**params):
            server.connect(None, params)
            return StringIO()

    monkeypatch.setattr(DatabaseWrapper, "Database", Psycopg)
    server.back_at = clock.now + 45
    refused()
    refused()
    [look] = Looking.started
    look()

    assert clock.now - server.back_at < 1
    assert connect() == "connection"


def test_patience_comes_back_with_the_server(server, clock):
    server.back_at = clock.now + 45
    refused()
    base.away.clear()
    server.back_at = clock.now + 3

    assert connect() == "connection"
