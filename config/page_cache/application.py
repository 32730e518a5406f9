"""The WSGI application with its public pages kept in front of it."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from config.page_cache.edition_watch import EditionWatch
from config.page_cache.pages import Pages
from config.page_cache.proxy_files import forget
from config.page_cache.stored_page import (
    Headers,
    StoredPage,
    accepts_gzip,
    is_public,
    stored_page,
)

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
KeptAnswer = tuple[int, Headers, bytes]

# Kept at most so long, in seconds: what changes without an edition (most-read pages).
LONGEST_LIFE = 600
# Parts of pages and programs that say who they are get answers of their own.
OWN_ANSWER = ("HTTP_HX_REQUEST", "HTTP_AUTHORIZATION", "HTTP_RANGE")
# Nothing public is made here, or it is served from files that know better.
ELSEWHERE = (
    "/static/",
    "/media/",
    "/documents/",
    "/admin/",
    "/django-admin/",
    "/account/",
)
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
NOT_FOR_PROXIES = ("Cache-Control", "public, max-age=0, must-revalidate")


class PageCache:
    """Serves kept pages; keeps what says of itself that it is public.

    `capacity` in bytes. `proxy_folder`: where an nginx on this machine keeps its own
    copies, which are deleted whenever ours are.
    """

    def __init__(
        self, application: Application, capacity: int, proxy_folder: Path | None = None
    ) -> None:
        self.application = application
        self.pages = Pages(capacity)
        self.proxy_folder = proxy_folder
        self.watch = EditionWatch(self.forget)

    def __call__(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        self.watch.start()
        if not may_be_public(environ):
            return self.application(environ, start)
        key = key_of(environ)
        page = self.living(key)
        if page is not None:
            return told(answer(page, environ), start)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start)
        return self.make(key, environ, start)

    def kept(self, environ: Environ) -> KeptAnswer | None:
        """What is known without asking anybody: no database, no waiting."""
        if not may_be_public(environ):
            return None
        page = self.living(key_of(environ))
        return None if page is None else answer(page, environ)

    def living(self, key: tuple[str, ...]) -> StoredPage | None:
        page = self.pages.get(key)
        if page is not None and time.monotonic() - page.made_at < LONGEST_LIFE:
            return page
        return None

    def make(
        self, key: tuple[str, ...], environ: Environ, start: StartResponse
    ) -> Iterable[bytes]:
        """Ask the application; keep what is public and still true."""
        edition = self.watch.edition
        said: list[tuple[Any, ...]] = []
        whole = {k: v for k, v in environ.items() if k not in CONDITIONS}
        chunks = self.application(whole, lambda *args: said.append(args))
        status, headers = said[-1][:2]
        if not is_public(status, headers):
            start(*said[-1])
            return chunks
        try:
            body = b"".join(chunks)
        finally:
            getattr(chunks, "close", lambda: None)()
        now = time.monotonic()
        if edition is None or edition != self.watch.edition:
            page = stored_page(body, unshared(headers), now)
        else:
            page = stored_page(body, headers, now)
            self.pages.put(key, page)
        return told(answer(page, environ), start)

    def forget(self) -> None:
        """Everything, here and in the proxy: what is made from now on is true."""
        self.pages.forget_all()
        if self.proxy_folder is not None:
            forget(self.proxy_folder)


def may_be_public(environ: Environ) -> bool:
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("PATH_INFO", "").startswith(ELSEWHERE)
        and not any(name in environ for name in OWN_ANSWER)
    )


def key_of(environ: Environ) -> tuple[str, ...]:
    """Everything of a request that a public page is made from."""
    scheme = environ.get("HTTP_X_FORWARDED_PROTO", environ["wsgi.url_scheme"])
    names = ("HTTP_HOST", "PATH_INFO", "QUERY_STRING")
    return (str(scheme), *(str(environ.get(name, "")) for name in names))


def unshared(headers: Headers) -> Headers:
    """For a page that was made while something changed: nobody else may keep it."""
    rest = [(n, v) for n, v in headers if n.lower() != "cache-control"]
    return [*rest, NOT_FOR_PROXIES]


def answer(page: StoredPage, environ: Environ) -> KeptAnswer:
    """Status, headers and body, of which nobody may change the headers."""
    form = page.form(compressed=accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")))
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known is not None and page.is_known_as(known):
        return 304, form.headers_unchanged, b""
    head = environ["REQUEST_METHOD"] == "HEAD"
    return 200, form.headers, b"" if head else form.body


def told(answer: KeptAnswer, start: StartResponse) -> Iterable[bytes]:
    """The same as a WSGI application says it."""
    status, headers, body = answer
    start("304 Not Modified" if status == 304 else "200 OK", list(headers))
    return [body] if body else []
