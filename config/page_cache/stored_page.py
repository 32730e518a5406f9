"""A public response, ready to be sent again: headers, bytes, compressed bytes."""

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

Headers = list[tuple[str, str]]

SMALLEST_WORTH_COMPRESSING = 600  # bytes
COMPRESSED_KINDS = (
    "text/",
    "application/json",
    "application/atom+xml",
    "application/xml",
)
# Made anew for every form or every answer, by us or by the server.
NOT_KEPT = {
    "content-length",
    "content-encoding",
    "etag",
    "date",
    "vary",
    "x-request-id",
}
# What an answer may depend on and still be everybody's: requests that carry one of
# the last three never reach the cache.
SAME_FOR_ALL = {
    "accept-encoding",
    "authorization",
    "hx-request",
    "hx-history-restore-request",
}


@dataclass(frozen=True, slots=True)
class Form:
    """One encoding of a page. `etag` is strong: it differs between encodings."""

    body: bytes
    etag: str
    headers: Headers
    headers_unchanged: Headers  # those of a 304


@dataclass(frozen=True, slots=True)
class StoredPage:
    plain: Form
    packed: Form | None
    made_at: float  # seconds, monotonic clock

    @property
    def size(self) -> int:
        """Bytes of both forms."""
        return len(self.plain.body) + (len(self.packed.body) if self.packed else 0)

    def form(self, *, compressed: bool) -> Form:
        return self.packed if compressed and self.packed else self.plain

    def is_known_as(self, if_none_match: str) -> bool:
        """Whether the client holds one of the forms, by its If-None-Match header."""
        if if_none_match.strip() == "*":
            return True
        known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
        forms = (self.plain, self.packed)
        return any(form is not None and form.etag in known for form in forms)


def is_public(status: str, headers: Headers) -> bool:
    """Whether a response is the same for everybody, says so, and sets nothing."""
    if not status.startswith("200"):
        return False
    names = {name.lower() for name, _ in headers}
    control = words_in("cache-control", headers)
    return (
        "public" in control
        and control.isdisjoint({"private", "no-store"})
        and "set-cookie" not in names
        and words_in("vary", headers) <= SAME_FOR_ALL
    )


def words_in(wanted: str, headers: Headers) -> set[str]:
    """The comma-separated words of a header, in lower case."""
    values = ",".join(value for name, value in headers if name.lower() == wanted)
    return {word.strip().lower() for word in values.split(",") if word.strip()}


def stored_page(body: bytes, headers: Headers, now: float) -> StoredPage:
    kept = [(name, value) for name, value in headers if name.lower() not in NOT_KEPT]
    kept.append(("Vary", _vary(headers)))
    digest = hashlib.sha256(body).hexdigest()[:32]
    packed = None
    kind = next((value for name, value in kept if name.lower() == "content-type"), "")
    if kind.startswith(COMPRESSED_KINDS) and len(body) >= SMALLEST_WORTH_COMPRESSING:
        packed = _form(
            gzip.compress(body, compresslevel=9, mtime=0),
            f'"{digest}-gzip"',
            [*kept, ("Content-Encoding", "gzip")],
        )
    return StoredPage(_form(body, f'"{digest}"', kept), packed, now)


@lru_cache(maxsize=256)
def accepts_gzip(accept_encoding: str) -> bool:
    """Whether an Accept-Encoding header names gzip and not with q=0."""
    for part in accept_encoding.lower().split(","):
        coding, _, weight = part.partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False


def _vary(headers: Iterable[tuple[str, str]]) -> str:
    """The response's own Vary, and the encoding, which only this cache chooses."""
    names = {"accept-encoding": "Accept-Encoding"}
    for name, value in headers:
        if name.lower() == "vary":
            names |= {part.strip().lower(): part.strip() for part in value.split(",")}
    return ", ".join(names.values())


def _form(body: bytes, etag: str, headers: Headers) -> Form:
    about = [(n, v) for n, v in headers if not n.lower().startswith("content-type")]
    about = [(n, v) for n, v in about if n.lower() != "content-encoding"]
    length = ("Content-Length", str(len(body)))
    return Form(
        body, etag, [*headers, ("ETag", etag), length], [*about, ("ETag", etag)]
    )
