"""With a Redis that is not there; with a real one it is used in tests/load."""

import socket
import time

import pytest

from config.shared_cache import SharedCache


@pytest.fixture
def cache(monkeypatch):
    """A cache whose server refuses connections."""
    monkeypatch.setattr(SharedCache, "_away_until", 0.0)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = SharedCache(
        f"redis://127.0.0.1:{port}/0", {"OPTIONS": {"socket_connect_timeout": 0.2}}
    )
    found.clear()
    return found


def test_what_is_written_can_be_read(cache):
    cache.set("a", 1)
    cache.set_many({"b": 2, "c": 3})
    cache.delete("c")

    assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": 2}
    assert cache.has_key("a")
    assert cache.touch("a", 60)


def test_counting_goes_on(cache):
    cache.add("hits", 0)

    assert [cache.incr("hits"), cache.incr("hits")] == [1, 2]


def test_a_key_that_is_not_there_is_an_error_as_in_every_cache(cache):
    with pytest.raises(ValueError, match="missing"):
        cache.incr("missing")


def test_every_thread_counts_in_the_same_place(cache):
    other = SharedCache("redis://127.0.0.1:1/0", {})
    cache.add("hits", 0)
    cache.incr("hits")

    assert other.get("hits") == 1


def test_the_server_is_left_alone_for_a_while(cache):
    cache.get("a")

    assert cache.is_away
    assert SharedCache._away_until <= time.monotonic() + 5
