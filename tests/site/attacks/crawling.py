"""Everything one person can reach from some addresses by following links and forms."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

ORIGIN = "http://testserver"
EACH = 2  # addresses of one route that are looked at
LINK = re.compile(
    r"""<(?:a|link|iframe|form)\b[^>]*?\s(?:href|src|action|data-url)=["']([^"']*)""",
    re.IGNORECASE,
)
# They change or end something even when they are only read, or are not pages.
NOT_FOLLOWED = re.compile(r"/(logout|static|lock|unlock|jsi18n)/?|\.(css|js|png|svg)$")


@dataclass(frozen=True)
class Answer:
    person: str
    path: str
    status: int
    headers: dict[str, str] = field(hash=False)
    body: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def crawl(person: str, client: Client, starts: Iterable[str]) -> Iterator[Answer]:
    """`EACH` addresses of every route; every start is looked at."""
    waiting, seen, of_route = deque(starts), set(), Counter()
    started = set(waiting)
    while waiting:
        path = waiting.popleft()
        route = route_of(path)
        if path in seen or NOT_FOLLOWED.search(path):
            continue
        seen.add(path)
        of_route[route] += 1
        if path not in started and of_route[route] > EACH:
            continue
        answer = ask(person, client, path)
        yield answer
        waiting += [link for link in links_in(answer) if link not in seen]


def route_of(path: str) -> str:
    """What the resolver makes of an address; in an admin, of what kind of thing."""
    address = urlsplit(path).path
    try:
        found = resolve(address)
    except Resolver404:
        return "no route"
    page = address if found.view_name == "wagtail_serve" else ""
    words = [v for v in found.kwargs.values() if not re.search(r"\d", str(v))]
    return f"{found.route} {page} {words if 'admin' in found.route else ''}"


def ask(person: str, client: Client, path: str, method: str = "get", form=None):
    response = getattr(client, method)(path, form)
    streamed = response.streaming
    body = b"".join(response.streaming_content) if streamed else response.content
    return Answer(person, path, response.status_code, dict(response.headers), body)


def links_in(answer: Answer) -> Iterator[str]:
    """Of this site, without places within a page."""
    if answer.status in (301, 302):
        found = [answer.headers["Location"]]
    elif answer.kind == "text/html":
        found = [unescape(link) for link in LINK.findall(answer.text)]
    else:
        return
    for link in found:
        try:
            whole = urlsplit(urljoin(ORIGIN + answer.path, link))
        except ValueError:
            continue
        if f"{whole.scheme}://{whole.netloc}" == ORIGIN:
            yield whole._replace(scheme="", netloc="", fragment="").geturl()
