"""Bytes put on a socket as they are, and what came back."""

import socket
from contextlib import suppress
from dataclasses import dataclass, field

from tests.load.harness.traffic import HOST

PATIENCE = 10  # seconds: nothing here may take longer to be answered or refused


@dataclass(frozen=True)
class Told:
    """`status` 0: the connection was closed without a word; -1: nothing in time."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def put(port: int, data: bytes) -> Told:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as client:
            with suppress(OSError):  # refused before the end: what it said is read
                client.sendall(data)
            return told_by(client)
    except TimeoutError:
        return Told(-1)
    except OSError:
        return Told(0)


def told_by(client: socket.socket) -> Told:
    found = b""
    while not is_whole(found):
        try:
            piece = client.recv(65536)
        except ConnectionResetError:
            break
        if not piece:
            break
        found += piece
    head, _, body = found.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ")
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    pairs = (line.partition(":") for line in lines)
    return Told(status, {n.strip().lower(): v.strip() for n, _, v in pairs}, body)


def is_whole(found: bytes) -> bool:
    """Whether all that was announced has come."""
    head, end, body = found.partition(b"\r\n\r\n")
    if not end:
        return False
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(body) >= int(line.partition(b":")[2])
    return b"transfer-encoding: chunked" in head.lower() and body.endswith(b"0\r\n\r\n")


def request(
    path: str = "/", method: str = "GET", body: bytes = b"", **headers: str
) -> bytes:
    """A request in good order; names of headers with _ for -."""
    given = {"Host": HOST, "X-Forwarded-Proto": "https", "Connection": "close"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    if body or method == "POST":
        given.setdefault("Content-Length", str(len(body)))
        given.setdefault("Content-Type", "application/json")
    lines = [f"{method} {path} HTTP/1.1", *(f"{n}: {v}" for n, v in given.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
