"""One call through the WSGI application, from granian's scope to granian's answer."""

import sys
from collections.abc import Iterable
from functools import lru_cache
from io import BufferedReader, BytesIO
from typing import Any, Protocol
from wsgiref.types import WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]


class Scope(Protocol):
    """What granian says of a request."""

    http_version: str
    scheme: str
    method: str
    path: str
    query_string: str
    server: str
    client: str
    authority: str | None
    headers: Any


class UnreadableAddressError(Exception):
    """The path is no text in UTF-8."""


def environ_of(scope: Scope) -> WSGIEnvironment:
    """PEP 3333's environ of a request without its body."""
    try:
        path = scope.path
    except Exception as error:  # of granian's own kind, which it does not export
        raise UnreadableAddressError from error
    server, _, port = scope.server.rpartition(":")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path if path.isascii() else path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    add_headers(environ, scope.headers)
    environ.setdefault("HTTP_HOST", scope.authority or "")
    return environ


def add_headers(environ: WSGIEnvironment, headers: Any) -> None:
    try:
        items = headers.items()
    except Exception:  # of granian's own kind: a value is not plain text
        items = [(name, headers.get(name, "")) for name in headers]
    for name, value in items:
        key = environ_name(name)
        if key in environ:
            environ[key] += f",{value}"
        elif key:
            environ[key] = value


@lru_cache(maxsize=1024)
def environ_name(header: str) -> str:
    """CGI's name of a header; none for one that would pass for another."""
    if "_" in header:
        return ""
    name = header.upper().replace("-", "_")
    return name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"


def answer(application: WSGIApplication, environ: WSGIEnvironment, proto: Any) -> None:
    """Ask the application and send what it says. Waits; for a thread."""
    said: list[tuple[str, Headers]] = []

    def start(status: str, headers: Headers, _error: object = None) -> Any:
        said[:] = [(status, headers)]

    result = application(environ, start)
    try:
        status, headers = said[0]
        send(proto, int(status[:3]), headers, result)
    finally:
        getattr(result, "close", lambda: None)()


def send(proto: Any, status: int, headers: Headers, result: Iterable[bytes]) -> None:
    """A whole file is sent by granian, a stream piece by piece, a page at once."""
    file = getattr(result, "file_to_stream", None)
    if status == 200 and isinstance(file, BufferedReader) and file.tell() == 0:
        proto.response_file(status, headers, str(file.name))
    elif getattr(result, "streaming", False):
        transport = proto.response_stream(status, headers)
        for piece in result:
            transport.send_bytes(piece)
    else:
        proto.response_bytes(status, headers, b"".join(result))
