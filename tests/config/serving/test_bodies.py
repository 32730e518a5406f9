"""Bodies are whole, in time and of a bearable size, or nobody is asked."""

import asyncio

import pytest

from config.serving import bodies
from config.serving.bodies import Bodies, RefusedBodyError

MANY = 5 * bodies.SMALL


class Client:
    """Sends these pieces; then ends, or says nothing more, or goes away."""

    def __init__(self, *pieces: bytes, then: str = "ends") -> None:
        self.pieces = pieces
        self.then = then

    async def __call__(self) -> bytes:
        return b"".join([piece async for piece in self])

    async def __aiter__(self):
        for piece in self.pieces:
            yield piece
        if self.then == "waits":
            await asyncio.Event().wait()
        if self.then == "goes":
            raise RuntimeError("stream error")


def read(client, declared=None, all_of=None, inside=None):
    all_of = all_of or Bodies(grace=0.01)

    async def reading():
        async with all_of.whole(declared, client) as body:
            if inside:
                inside(all_of)
            return body

    return asyncio.run(reading())


def refused(client, declared=None, all_of=None) -> RefusedBodyError:
    with pytest.raises(RefusedBodyError) as raised:
        read(client, declared, all_of)
    return raised.value


@pytest.mark.parametrize("declared", [6, None])
def test_a_body_is_all_of_its_pieces(declared):
    assert read(Client(b"abc", b"def"), declared) == b"abcdef"


def test_a_large_one_is_all_of_its_pieces():
    assert len(read(Client(*[b"x" * bodies.SMALL] * 5), MANY)) == MANY


@pytest.mark.parametrize("declared", [6, MANY, None])
def test_one_that_never_ends_is_408(declared):
    assert refused(Client(b"abc", then="waits"), declared).status == 408


def test_one_that_keeps_coming_is_given_time():
    class Steady(Client):
        async def __aiter__(self):
            yield self.pieces[0]
            await asyncio.sleep(0.05)  # longer than any may take that does not come
            yield self.pieces[1]

    piece = b"x" * (MANY // 2)  # earns ten seconds
    assert len(read(Steady(piece, piece), MANY)) == MANY


def test_one_that_is_declared_too_large_is_413_unread():
    error = refused(Client(b"never read"), bodies.LARGEST + 1)
    assert (error.status, error.received) == (413, 0)


def test_one_that_grows_too_large_is_413():
    piece = b"x" * (bodies.LARGEST // 2 + 1)
    assert refused(Client(piece, piece)).status == 413


@pytest.mark.parametrize("declared", [6, MANY, None])
def test_a_client_that_goes_is_asked_nothing(declared):
    assert refused(Client(b"abc", then="goes"), declared).status == 400


def test_fewer_bytes_than_declared_are_no_body():
    assert refused(Client(b"abc"), MANY).status == 400


def test_no_more_large_ones_than_there_is_room_for():
    full = Bodies(together=bodies.SMALL)
    full.held = bodies.SMALL
    assert refused(Client(b"x" * MANY), MANY, full).status == 503


def test_a_small_one_always_has_room():
    full = Bodies(together=0)
    assert read(Client(b"abc"), 3, full) == b"abc"


def test_what_is_held_is_counted_until_it_is_answered():
    held = []
    all_of = Bodies()
    read(Client(b"abc"), 3, all_of, inside=lambda of: held.append(of.held))
    assert (held, all_of.held) == ([3], 0)


def test_what_was_refused_is_not_held():
    all_of = Bodies(grace=0.01)
    refused(Client(b"abc", then="waits"), MANY, all_of)
    assert all_of.held == 0


def test_the_rest_of_a_refused_one_is_read_within_limits():
    asyncio.run(Bodies(grace=0.01).rest(Client(b"abc", then="waits")))
    asyncio.run(Bodies(grace=0.01).rest(Client(b"abc", then="goes")))
    taken = []

    class Endless(Client):
        async def __aiter__(self):
            while True:
                taken.append(1)
                yield b"x" * bodies.LARGEST

    asyncio.run(Bodies().rest(Endless()))
    assert len(taken) == 3
