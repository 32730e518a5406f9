"""The target behind a real granian: what its interface does is not ours to imagine."""

import http.client
import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.load.harness.processes import accepts, free_port


@pytest.fixture(scope="module")
def port():
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "rsgi", "--no-ws",
        "--http", "1", "--port", str(port), "--log-level", "warning",
        "tests.config.serving.served:application",
    ]  # fmt: skip
    server = subprocess.Popen(command)
    try:
        end = time.monotonic() + 30
        while not accepts(port) and time.monotonic() < end:
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def ask(port, path="/", body=None, **options):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST" if body else "GET", path, body, **options)
    response = connection.getresponse()
    return response.status, response.read().decode()


def talk(port, *parts: bytes) -> bytes:
    """Everything that is answered, from the first byte to the server's hanging up."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        for part in parts:
            client.sendall(part)
            time.sleep(0.05)
        return b"".join(iter(lambda: client.recv(65536), b""))


def test_kept_pages_take_neither_the_loop_nor_the_sites_thread(port):
    status, thread = ask(port, "/kept")
    assert status == 200
    assert thread != "MainThread"
    assert not thread.startswith("site")


def test_everything_else_is_answered_in_the_sites_thread(port):
    assert ask(port) == (200, "site_0")


def test_many_at_once_take_turns_in_that_one_thread(port):
    """More threads only wait for one another, a quarter to two fifths slower."""
    with ThreadPoolExecutor(8) as people:
        answers = set(people.map(lambda _: ask(port), range(40)))

    assert answers == {(200, "site_0")}


def test_a_body_arrives(port):
    assert ask(port, body=b"hello") == (200, "hello")


def test_a_large_body_arrives(port):
    body = "0123456789" * 500_000
    assert ask(port, body=body.encode()) == (200, body)


def test_a_body_in_chunks_arrives(port):
    said = ask(port, body=iter([b"hel", b"lo"]), encode_chunked=True)
    assert said == (200, "hello")


def test_a_client_that_asks_first_is_told_to_go_on(port):
    head = b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n"
    answer = talk(port, head + b"Expect: 100-continue\r\n\r\n", b"hello")
    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
    assert answer.endswith(b"hello")


@pytest.mark.parametrize(
    "length", [b"Content-Length: 9", b"Transfer-Encoding: chunked"]
)
def test_a_body_that_never_ends_is_408_and_the_end(port, length):
    answer = talk(port, b"POST /api/ HTTP/1.1\r\nHost: a\r\n" + length + b"\r\n\r\n")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408")
    assert b"application/problem+json" in head
    assert json.loads(body)["status"] == 408


def test_a_body_that_is_too_large_is_413_even_while_it_is_sent(port):
    status, said = ask(port, body=b"x" * 20_000_000)
    assert status == 413
    assert said == "The request body is larger than this site accepts.\n"


def test_an_error_nobody_caught_is_500(port):
    assert ask(port, "/broken")[0] == 500
    assert ask(port, "/broken", body=b"x")[0] == 500
    assert ask(port)[0] == 200
