"""One address, asked once: HEAD, then GET where HEAD is refused; redirects followed.

Nothing of a page's body is read, and no request lasts longer than its time.
"""

import http.client
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin

import certifi

from guide.age.links.addresses import (
    RefusedError,
    UnresolvedError,
    machines,
    parts_of,
    port_of,
)
from guide.models import LinkCheck
from guide.models.link_check import address_of

Result = LinkCheck.Result

REDIRECTS = 5
MOST_MACHINES = 3
MOVED = {301, 302, 303, 307, 308}
NO_ENTRY = {401, 403, 407, 451, 999}  # says something about us, not about the page
PASSING = {408, 425, 429}
WRITABLE = "/%:;=@!$&'()*+,?~[]#"  # what an address may hold as it is


@dataclass(frozen=True)
class Manners:
    """How to ask. `before` is called with the machine's name before each request."""

    user_agent: str
    before: Callable[[str], None]
    seconds: float = 15
    allow_private: bool = False


@dataclass(frozen=True)
class Found:
    result: LinkCheck.Result
    detail: str  # one short sentence


@dataclass(frozen=True)
class Answer:
    status: int
    location: str  # where it sends on, as a whole address, or ""


class Connection(http.client.HTTPConnection):
    """Goes to these IP addresses, whatever the name leads to by now."""

    def __init__(self, parts: SplitResult, at: list[str], seconds: float) -> None:
        super().__init__(str(parts.hostname), port_of(parts), timeout=seconds)
        self.at = at
        self.is_secure = parts.scheme == "https"
        self.is_cut_off = False

    def connect(self) -> None:
        self.sock = self.first_open()
        if self.is_secure:
            context = ssl.create_default_context(cafile=certifi.where())
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def first_open(self) -> socket.socket:
        """To the first that takes the call: a machine may lack one kind of address."""
        for machine in self.at[:-1]:
            with suppress(OSError):
                return socket.create_connection((machine, self.port), self.timeout)
        return socket.create_connection((self.at[-1], self.port), self.timeout)

    @contextmanager
    def for_at_most(self, seconds: float) -> Iterator[None]:
        """Hangs up after that time, however slowly the other side talks on."""
        timer = Timer(seconds, self.hang_up)
        timer.daemon = True
        timer.start()
        try:
            yield
            if self.is_cut_off:  # what was read so far may look like an answer
                raise TimeoutError
        finally:
            timer.cancel()
            self.close()

    def hang_up(self) -> None:
        self.is_cut_off = True
        if self.sock:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                self.sock.close()


def visit(url: str, manners: Manners) -> Found:
    """What the address answers today. Never raises for what the other side does."""
    for _ in range(REDIRECTS + 1):
        try:
            answer = ask(url, manners)
        except RefusedError as refused:
            return Found(Result.FAILED, str(refused))
        except UnresolvedError:
            return Found(Result.NO_ANSWER, "Its machine's name is not known for now.")
        except ssl.SSLCertVerificationError:
            return Found(Result.NO_ANSWER, "Its certificate does not hold for now.")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Found(Result.NO_ANSWER, f"No answer ({type(error).__name__}).")
        if answer.status not in MOVED:
            return judged(answer.status)
        if not answer.location:
            return Found(Result.FAILED, "It sends on to nowhere.")
        url = answer.location
    return Found(Result.FAILED, f"It sends on more than {REDIRECTS} times.")


def judged(status: int) -> Found:
    detail = f"It answered {status}."
    if status in NO_ENTRY:
        return Found(Result.TURNED_AWAY, detail)
    if status in PASSING or status >= 500:
        return Found(Result.NO_ANSWER, detail)
    return Found(Result.OK if status < 400 else Result.FAILED, detail)


def ask(url: str, manners: Manners) -> Answer:
    """HEAD; where that is refused, GET, because many programs answer it alone."""
    parts = parts_of(url)
    answer = request("HEAD", parts, manners)
    refused = 400 <= answer.status < 500 and answer.status not in PASSING
    if refused or answer.status == 501:
        answer = request("GET", parts, manners)
    return answer


def request(method: str, parts: SplitResult, manners: Manners) -> Answer:
    manners.before(str(parts.hostname))
    at = machines(parts, manners.allow_private)[:MOST_MACHINES]
    connection = Connection(parts, at, manners.seconds)
    target = quote(parts.path or "/", safe=WRITABLE)
    if parts.query:
        target += "?" + quote(parts.query, safe=WRITABLE)
    headers = {"User-Agent": manners.user_agent, "Accept": "*/*", "Connection": "close"}
    with connection.for_at_most(manners.seconds):
        connection.request(method, target, headers=headers)
        response = connection.getresponse()
        location = response.headers.get("Location", "")
        response.close()
    return Answer(response.status, sent_on(parts, location))


def sent_on(parts: SplitResult, location: str) -> str:
    """The whole address behind a Location header, which may be a part of one."""
    text = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    try:
        return address_of(urljoin(parts.geturl(), text)) if text else ""
    except ValueError:
        return text  # no address: refused when it is asked
