"""A server that has stopped answering is given up, by processes that serve people."""

from types import SimpleNamespace

import psycopg
import pytest
from psycopg.pq import TransactionStatus

from config.postgresql import base, connection
from config.postgresql.connection import AnsweringConnection


@pytest.fixture
def hanging(monkeypatch):
    """Its server answers nothing; `waited`: after how many seconds it was given up."""
    waited = []

    def wait(self, gen, interval, timeout):
        waited.append(timeout)
        raise psycopg.OperationalError("wait timeout expired")

    monkeypatch.setattr(psycopg.Connection, "wait", wait)
    found = AnsweringConnection.__new__(AnsweringConnection)
    found.pgconn = SimpleNamespace(
        transaction_status=TransactionStatus.ACTIVE,
        finish=lambda: waited.append("closed"),
        status=0,
    )
    found.waited = waited
    yield found
    connection.unanswered.clear()
    base.away.clear()


def ask(hanging, **options):
    with pytest.raises(psycopg.OperationalError):
        hanging.wait(iter(()), **options)


def test_a_statement_without_an_answer_ends_the_connection(hanging, monkeypatch):
    monkeypatch.setattr(AnsweringConnection, "seconds", 5.0)
    ask(hanging)
    assert hanging.waited == [5.0, "closed"]


def test_commands_wait_as_long_as_it_takes(hanging, monkeypatch):
    monkeypatch.setattr(AnsweringConnection, "seconds", None)  # as before any serving
    ask(hanging)
    assert hanging.waited[0] is None


def test_who_names_a_time_gets_that(hanging, monkeypatch):
    monkeypatch.setattr(AnsweringConnection, "seconds", 5.0)
    ask(hanging, timeout=1.0)
    assert hanging.waited[0] == 1.0


def test_an_answer_that_is_an_error_ends_nothing(hanging):
    hanging.pgconn.transaction_status = TransactionStatus.INERROR
    ask(hanging)
    assert "closed" not in hanging.waited
    assert not connection.unanswered.is_set()


def test_who_asks_next_does_not_wait(hanging, monkeypatch):
    monkeypatch.setattr(base, "Thread", lambda **_options: SimpleNamespace(start=int))
    ask(hanging)
    with pytest.raises(psycopg.OperationalError, match="the server is away"):
        base.DatabaseWrapper({"OPTIONS": {}}).get_new_connection({})
    assert not connection.unanswered.is_set()
