"""Production's own headers and cookies, as whoever grades sites reads them."""

from http.cookies import SimpleCookie

from tests.load.attacks.wire import Told, put, request
from tests.load.harness.promises import Promises

ADDRESSES = ["/", "/guide/flask-vs-django/", "/account/login/", "/advisor/result/",
             "/api/v1/claims", "/nothing-here/"]  # fmt: skip
WANTED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
YEAR = 31_536_000
SAYS_TOO_MUCH = ("server", "x-powered-by", "via", "x-runtime")


def headers(port: int, promises: Promises) -> None:
    answers = {path: put(port, request(path)) for path in ADDRESSES}
    wrong = [fault for path, told in answers.items() for fault in faults(path, told)]
    promises.check(
        f"Headers of {len(ADDRESSES)} kinds of answers: what the best grade asks for",
        wrong or "CSP without inline, HSTS for two years, and the rest",
        not wrong,
    )
    plain = put(
        port, request("/account/login/").replace(b"Proto: https", b"Proto: http")
    )
    location = plain.headers.get("location", "")
    promises.check(
        "Without TLS: nothing but the way to https",
        f"{plain.status} {location}",
        plain.status == 301 and location.startswith("https://"),
    )
    cookie = answers["/account/login/"].headers.get("set-cookie", "")
    good = all(
        name.startswith("__Host-") and one["secure"] and one["samesite"] == "Lax"
        for name, one in SimpleCookie(cookie).items()
    )
    promises.check(
        "Cookies: __Host-, Secure, SameSite", cookie[:12], bool(cookie) and good
    )


def faults(path: str, told: Told) -> list[str]:
    found = [
        f"{path}: {name}"
        for name, value in WANTED.items()
        if told.headers.get(name) != value
    ]
    policy = told.headers.get("content-security-policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
        found.append(f"{path}: {policy or 'no policy'}")
    hsts = told.headers.get("strict-transport-security", "max-age=0")
    seconds = int(hsts.partition(";")[0].partition("=")[2])
    if seconds < YEAR or "includeSubDomains" not in hsts:
        found.append(f"{path}: {hsts}")
    if "camera=()" not in told.headers.get("permissions-policy", ""):
        found.append(f"{path}: permissions-policy")
    chatty = [told.headers[name] for name in SAYS_TOO_MUCH if name in told.headers]
    if any(any(letter.isdigit() for letter in value) for value in chatty):
        found.append(f"{path}: tells versions, {chatty}")
    return found
