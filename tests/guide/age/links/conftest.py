"""A server of the test's own, which answers as its path says."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from guide.age.links.visit import Manners


class Answers(BaseHTTPRequestHandler):
    """/404 answers 404; other paths as named below. Keeps what it was asked."""

    def do_HEAD(self) -> None:
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        words = self.path.partition("?")[0].strip("/").split("/")
        getattr(self, f"on_{words[0]}", self.on_status)(words)

    do_GET = do_HEAD

    def on_status(self, words) -> None:
        self.reply(int(words[0]) if words[0].isdigit() else 200)

    def on_headless(self, words) -> None:
        self.reply(int(words[1]) if self.command == "HEAD" else 200)

    def on_to(self, words) -> None:
        self.reply(302, self.path.partition("?")[2])

    def on_round(self, words) -> None:
        self.reply(302, "/round")

    def on_nowhere(self, words) -> None:
        self.reply(302)

    def on_silent(self, words) -> None:
        time.sleep(1)

    def on_slow(self, words) -> None:
        """A byte now and then, for ever."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(100):
                self.wfile.write(b"X-More: 1\r\n")
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def on_huge(self, words) -> None:
        """Hands over a body for as long as somebody reads it."""
        try:
            self.reply(200, length=10**12)
            while self.command == "GET":
                self.wfile.write(b"x" * 65536)
                self.server.sent += 65536
        except OSError:
            self.close_connection = True

    def on_garbage(self, words) -> None:
        self.wfile.write(b"\x00\xff nonsense\r\n\r\n")

    def reply(self, status: int, location: str = "", length: int = 0) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format, *args) -> None:
        """The test's output stays its own."""


@pytest.fixture
def server():
    running = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    running.daemon_threads = True
    running.asked, running.sent = [], 0
    running.url = f"http://127.0.0.1:{running.server_port}"
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def manners():
    return Manners(
        user_agent="Check (+http://testserver/about/)",
        before=lambda machine: None,
        seconds=0.5,
        allow_private=True,
    )
