"""Slow clients, and SIGTERM while people are being served."""

import random
import socket
import time
from contextlib import ExitStack
from typing import Protocol

from config.serving.bodies import GRACE
from tests.load.harness.promises import Promises
from tests.load.harness.saves import saving
from tests.load.harness.site import Site
from tests.load.harness.traffic import HOST, Call, Client


class Listening(Protocol):
    port: int


SLOW_CLIENTS = 300
WITHIN = 1.0
# By the server: what only the system's queue had accepted is reset.
NOT_ACCEPTED = (b"ConnectionRefused", b"ConnectionReset")
HEADERS = f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX-Slow: ".encode()
BODY = (
    f"POST /api/v1/evaluations HTTP/1.1\r\nHost: {HOST}\r\n"
    "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
).encode()


def slow_clients(site: Site, promises: Promises, seconds: float) -> None:
    for what, beginning in (("headers", HEADERS), ("body", BODY)):
        held_back(site, promises, seconds, what, beginning)


def held_back(
    site: Listening, promises: Promises, seconds: float, what: str, beginning: bytes
) -> None:
    longest, missing = longest_wait(site, beginning, seconds)
    promises.check(
        f"{SLOW_CLIENTS} clients that never end their {what}: "
        f"a page still comes within {WITHIN:.0f} s",
        f"longest {longest:.2f} s, {missing} did not come",
        longest <= WITHIN and not missing,
        timing=True,
    )


def longest_wait(
    site: Listening, beginning: bytes, seconds: float
) -> tuple[float, int]:
    """For kept pages and new ones, and how many never came."""
    longest, missing = 0.0, 0
    with ExitStack() as stack:
        held = []
        for _ in range(SLOW_CLIENTS):
            client = socket.create_connection(("127.0.0.1", site.port), timeout=5)
            stack.callback(client.close)
            client.sendall(beginning)
            held.append(client)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for path in ("/", f"/advisor/result/?unknown={random.random()}"):
                answer = Client(site.port, timeout=5).send(Call(path))
                longest = max(longest, answer.seconds)
                missing += answer.status != 200
            trickle(held)
            time.sleep(0.5)
    return longest, missing


def trickle(clients: list[socket.socket]) -> None:
    """One byte more from each that is still connected."""
    for client in clients:
        try:
            client.sendall(b"a")
        except OSError:
            continue


def unfinished(site: Site, promises: Promises) -> None:
    """Who never ends a body is told so, and is forgotten."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", site.port), timeout=30) as client:
        client.sendall(BODY)
        answer = b"".join(iter(lambda: client.recv(4096), b""))
    promises.check(
        f"a body that does not come in {GRACE:.0f} s is answered 408, and hung up on",
        f"{answer[9:12].decode()} after {time.monotonic() - began:.1f} s",
        answer.startswith(b"HTTP/1.1 408"),
    )


def terminated(site: Site, promises: Promises) -> None:
    """Answers to what had been accepted arrive; what was answered is kept.

    Each save has a connection of its own: one that is kept open may be closed between
    two calls, and who then sends the next has not been accepted.
    """
    with ExitStack() as stack, saving(site, 6, Connection="close") as saves:
        for _ in range(20):  # and they do not keep it from ending
            client = socket.create_connection(("127.0.0.1", site.port), timeout=5)
            stack.callback(client.close)
            client.sendall(BODY)
        time.sleep(1.5)
        began = time.monotonic()
        site.server.stop()
        took = time.monotonic() - began
        site.start()
    unanswered = [a for a in saves.answers if a.status == 0]
    cut = [a.body for a in unanswered if not a.body.startswith(NOT_ACCEPTED)]
    wrong = saves.wrong(site)
    promises.check(
        "SIGTERM under load: nothing that was accepted is dropped",
        f"{len(cut)} cut off {cut[:2]}, {len(saves.acknowledged)} saved, "
        f"{len(wrong)} of them wrong, ended in {took:.1f} s",
        not wrong and not cut,
    )
