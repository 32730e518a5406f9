"""Ask an application over WSGI or ASGI, without a server. Standard library only."""

import asyncio
import io
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

PORT = "8000"


@dataclass(frozen=True)
class Ask:
    method: str
    path: str
    body: bytes
    headers: dict[str, str]  # lower-case names


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Wsgi:
    """One request at a time, or up to `threads` side by side."""

    def __init__(self, app: Callable, threads: int = 1):
        self.app = app
        self.pool = ThreadPoolExecutor(threads) if threads > 1 else None

    def answer(self, ask: Ask) -> Answer:
        started: list[Any] = []
        body = self.app(environ_of(ask), lambda *args: started.extend(args))
        try:
            whole = b"".join(body)
        finally:
            if hasattr(body, "close"):
                body.close()
        return Answer(int(started[0].split()[0]), started[1], whole)

    def answer_all(self, asks: list[Ask]) -> None:
        if self.pool is None:
            for ask in asks:
                self.answer(ask)
        else:
            list(self.pool.map(self.answer, asks))


class Asgi:
    """One event loop, kept for the life of the process."""

    def __init__(self, app: Callable):
        self.app = app
        self.loop = asyncio.new_event_loop()

    def answer(self, ask: Ask) -> Answer:
        return self.loop.run_until_complete(self.exchange(ask))

    def answer_all(self, asks: list[Ask]) -> None:
        self.loop.run_until_complete(self.together(asks))

    async def together(self, asks: list[Ask]) -> None:
        await asyncio.gather(*map(self.exchange, asks))

    async def exchange(self, ask: Ask) -> Answer:
        arriving = [{"type": "http.request", "body": ask.body, "more_body": False}]
        sent: list[dict] = []
        gone = asyncio.Event()

        async def receive() -> dict:
            if arriving:
                return arriving.pop()
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict) -> None:
            sent.append(message)

        await self.app(scope_of(ask), receive, send)
        gone.set()
        headers = [(k.decode(), v.decode("latin-1")) for k, v in sent[0]["headers"]]
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], headers, body)


def environ_of(ask: Ask) -> dict[str, Any]:
    environ = {
        "REQUEST_METHOD": ask.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": ask.path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": PORT,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(ask.body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(ask.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in ask.headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return environ


def scope_of(ask: Ask) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": ask.method,
        "scheme": "http",
        "path": ask.path,
        "raw_path": ask.path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(k.encode(), v.encode()) for k, v in ask.headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", int(PORT)),
        "extensions": {},
    }
