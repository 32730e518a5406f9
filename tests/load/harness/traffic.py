"""Bounded traffic against 127.0.0.1, and what came back."""

import http.client
import json
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

HOST = "guide.example"


@dataclass(frozen=True)
class Answer:
    """`status` 0: no answer. `seconds` from first byte sent to last received, `at` when
    that was (seconds since the epoch)."""

    status: int
    seconds: float
    body: bytes = b""
    at: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    path: str
    method: str = "GET"
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Client:
    """One keep-alive connection, made anew when it broke."""

    def __init__(self, port: int, timeout: float = 30) -> None:
        self.port, self.timeout = port, timeout
        self._connection: http.client.HTTPConnection | None = None

    def send(self, call: Call) -> Answer:
        headers = {"Host": HOST, "X-Forwarded-Proto": "https", **call.headers}
        body = None
        if call.body is not None:
            body = json.dumps(call.body).encode()
            headers.setdefault("Content-Type", "application/json")
        began = time.monotonic()
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection(
                    "127.0.0.1", self.port, timeout=self.timeout
                )
            self._connection.request(call.method, call.path, body, headers)
            response = self._connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            took = time.monotonic() - began
            return Answer(0, took, repr(error).encode(), time.time())
        found = {name.lower(): value for name, value in response.getheaders()}
        took = time.monotonic() - began
        return Answer(response.status, took, content, time.time(), found)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Answers(list[Answer]):
    @property
    def by_status(self) -> Counter[int]:
        return Counter(answer.status for answer in self)

    def failed(self, *also_good: int) -> "Answers":
        """Those without an answer, and every 5xx that is not expected."""
        return Answers(
            a
            for a in self
            if a.status == 0 or (a.status >= 500 and a.status not in also_good)
        )

    def percentile(self, hundredths: int) -> float:
        """Seconds within which so many of 100 were answered."""
        times = sorted(answer.seconds for answer in self)
        return (
            times[min(len(times) - 1, len(times) * hundredths // 100)] if times else 0.0
        )

    @property
    def median(self) -> float:
        return statistics.median(answer.seconds for answer in self) if self else 0.0


@contextmanager
def traffic(
    port: int,
    people: int,
    next_call: Callable[[random.Random], Call],
    pause: float = 0.0,
    timeout: float = 30,
) -> Iterator[Answers]:
    """`people` ask one thing after the other, with `pause` seconds between two clicks,
    until the block ends; the list fills meanwhile and is whole afterwards."""
    answers, over = Answers(), threading.Event()

    def person(number: int) -> None:
        chance, client = random.Random(number), Client(port, timeout)
        if pause:
            over.wait(chance.random() * pause)
        while not over.is_set():
            answer = client.send(next_call(chance))
            answers.append(answer)
            if pause:
                over.wait(max(0.0, pause - answer.seconds))
        client.close()

    threads = [threading.Thread(target=person, args=(n,)) for n in range(people)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        over.set()
        for thread in threads:
            thread.join(timeout + 5)
