"""A program behind a real server, and several requests sent to it at once."""

import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

# One process each. WSGI with as many threads as asked for, ASGI with its event loop.
GRANIAN = ["granian", "--interface", "wsgi", "--workers", "1", "--no-ws"]
UVICORN = ["uvicorn", "--workers", "1", "--log-level", "warning"]


@contextmanager
def served(program, interface, threads=1):
    """The address at which `program`, the text of a module with an `app`, answers."""
    Path("program.py").write_text(program)
    port = free_port()
    command = {
        "wsgi": [*GRANIAN, "--blocking-threads", str(threads)],
        "asgi": UVICORN,
    }[interface]
    where = ["--host", "127.0.0.1", "--port", str(port), "program:app"]
    server = subprocess.Popen([sys.executable, "-m", *command, *where])
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=10)


def at_once(address, requests=5):
    """How many of five simultaneous requests overlapped, in words.

    The program answers with the number of requests that it saw under way.
    """
    with ThreadPoolExecutor(requests) as senders:
        seen = max(senders.map(number_at, [address] * requests))
    if seen == 1:
        return "one at a time"
    return "several at once" if seen >= 3 else f"{seen} at once"


def number_at(address):
    with urlopen(address, timeout=20) as answer:
        return int(answer.read())


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(port, server):
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError("The server did not start.")
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not answer within 20 seconds.")
