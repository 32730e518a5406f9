"""Requests that no client in good order sends: refused, and nothing comes to harm."""

from tests.load.attacks.wire import Told, put, request
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site
from tests.load.harness.traffic import HOST

CALL = "/api/v1/evaluations"
H = f"Host: {HOST}\r\n".encode()
END = b"Connection: close\r\n\r\n"
JSON = b"Content-Type: application/json\r\n"
GET, POST = b"GET / HTTP/1.1\r\n", f"POST {CALL} HTTP/1.1\r\n".encode()

# A server may answer these with 4xx, or close the connection.
BROKEN = {
    "no host": GET + END,
    "two hosts": GET + H + b"Host: evil.example\r\n" + END,
    "NUL in the host": GET + b"Host: evil\x00.example\r\n" + END,
    "NUL in the first line": b"GET /\x00 HTTP/1.1\r\n" + H + END,
    "NUL in a header": GET + H + b"X-A: a\x00b\r\n" + END,
    "a header of 1 MB": GET + H + b"X-A: " + b"a" * 1_000_000 + b"\r\n" + END,
    "5,000 headers": GET + H + b"".join(b"X-%d: a\r\n" % n for n in range(5_000)) + END,
    "an address of 200 KB": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + H + END,
    "length of letters": POST + H + JSON + b"Content-Length: abc\r\n" + END + b"{}",
    "length below nothing": POST + H + JSON + b"Content-Length: -1\r\n" + END + b"{}",
    "two lengths": (
        POST + H + JSON + b"Content-Length: 2\r\nContent-Length: 9\r\n" + END + b"{}"
    ),
    "length and chunks": (
        POST + H + JSON + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n" + END
        + b"2\r\n{}\r\n0\r\n\r\nGET /evil HTTP/1.1\r\n" + H + b"\r\n"
    ),
    "a chunk of no size": (
        POST + H + JSON + b"Transfer-Encoding: chunked\r\n" + END
        + b"zz\r\n{}\r\n0\r\n\r\n"
    ),
    "an unknown coding": (
        POST + H + JSON + b"Transfer-Encoding: xchunked\r\n" + END + b"{}"
    ),
    "a folded header": GET + H + b"X-A: a\r\n b\r\n" + END,
    "a header without a name": GET + H + b": a\r\n" + END,
    "a blank before the colon": GET + H + b"Content-Length : 5\r\n" + END,
    "HTTP/9.9": b"GET / HTTP/9.9\r\n" + H + END,
    "no version": b"GET /\r\n\r\n",
    "a TLS greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200
    + b"\r\n\r\n",
}  # fmt: skip
# These are in good order: each must be answered, with one of these.
ODD = {
    "a strange host": (request(Host="evil.example"), {400}),
    "a strange host and a good one forwarded": (
        request(Host="evil.example", X_Forwarded_Host=HOST), {400},
    ),
    "an address of another site": (
        request("http://evil.example/", Host="evil.example"), {400, 404},
    ),
    "a host with a blank": (request(Host="guide example"), {400}),
    "TRACE": (request(method="TRACE"), {404, 405, 501}),
    "a method of its own": (request(method="EVIL"), {403, 405, 501}),
    "%00": (request("/guide/%00/"), {400, 404}),
    "bytes that are no UTF-8": (request("/guide/%ff%fe/"), {400, 404}),
    "an overlong slash": (request("/..%c0%af..%c0%afetc/passwd"), {400, 404}),
    "levels up": (request("/static/../../../../etc/passwd"), {400, 404}),
    "levels up in media": (request("/media/images/..%2f..%2fsite.sqlite3"), {400, 404}),
    "20 MB": (request(CALL, "POST", b" " * 20_000_000), {413}),
    "20 MB announced, 2 sent": (
        request(CALL, "POST", b"{}", Content_Length="20000000"), {413, 400, 408, 0},
    ),
    "100,000 brackets": (request(CALL, "POST", b"[" * 100_000), {422}),
    "100,000 objects": (request(CALL, "POST", b'{"a":' * 100_000), {422}),
    "a length too small": (
        request(CALL, "POST", b'{"answers": {}}', Content_Length="5"), {422, 400},
    ),
}  # fmt: skip


def malformed(site: Site, promises: Promises) -> None:
    told = {name: put(site.port, data) for name, data in BROKEN.items()}
    bad = [f"{name}: {t.status}" for name, t in told.items() if is_taken(name, t)]
    promises.check(
        f"{len(BROKEN)} broken requests: refused or closed, none a 5xx",
        bad or sorted({t.status for t in told.values()}),
        not bad,
    )
    odd = {name: put(site.port, data).status for name, (data, _) in ODD.items()}
    bad = [
        f"{name}: {found}" for name, found in odd.items() if found not in ODD[name][1]
    ]
    promises.check(
        f"{len(ODD)} odd ones: each answered as it must be",
        bad or sorted(set(odd.values())),
        not bad,
    )


# Where servers may read on: what they make of it is one harmless answer.
LENIENT = {"a folded header", "HTTP/9.9", "5,000 headers", "an address of 200 KB"}


def is_taken(name: str, told: Told) -> bool:
    """Whether it hung, failed, or was answered as if nothing was wrong with it."""
    if told.status == -1 or told.status >= 500:
        return True
    return told.status == 200 and name not in LENIENT
