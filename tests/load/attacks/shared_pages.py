"""What one visitor must not be able to do to another: poisoned pages, false doors."""

from urllib.parse import urljoin, urlsplit

from tests.load.attacks.wire import Told, put, request
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site
from tests.load.harness.traffic import HOST

EVIL = "evil.example"
# Each is tried on a page that nobody has read before.
POISON = {
    "/": {"X_Forwarded_Host": EVIL},
    "/guide/flask-vs-django/": {"X_Original_URL": "/admin/"},
    "/guide/": {"X_Rewrite_URL": f"/{EVIL}"},
    "/compare/quick/": {"X_HTTP_Method_Override": "POST"},
    "/frameworks/": {"Forwarded": f"host={EVIL};proto=http"},
    "/frameworks/django/": {"Accept_Language": EVIL},
    "/frameworks/flask/": {"Range": "bytes=0-10"},
    "/advisor/": {"Cookie": f"sessionid={EVIL}; language={EVIL}"},
    "/advisor/method/": {"X_Forwarded_Prefix": f"/{EVIL}"},
    "/claims/": {"Accept": "application/json", "HX_Request": "true"},
    "/changes/": {"Authorization": f"Bearer {EVIL}"},
    "/lab/": {"X_Forwarded_Scheme": "http", "X_Forwarded_Port": "1"},
    "/probes/": {"Accept_Encoding": "gzip;q=0, identity;q=0, evil"},
    "/feed/": {"X_Host": EVIL, "X_Forwarded_Server": EVIL},
    "/sitemap.xml": {"Origin": f"https://{EVIL}", "Referer": f"https://{EVIL}/"},
    "/data/": {"If_None_Match": "*", "If_Modified_Since": "x"},
}
FAT = "/guide/code-side-by-side/"
DOORS = [
    f"//{EVIL}/", f"//{EVIL}", f"/\\{EVIL}/", f"/%5c{EVIL}", f"/%2f%2f{EVIL}",
    f"/%09/{EVIL}", f"/account/login/?next=//{EVIL}/", f"///{EVIL}/%2e%2e",
    f"/account/logout/?next=https:{EVIL}", f"/_util/login/?next=https://{EVIL}/",
    f"/admin/login/?next=/%5c{EVIL}", f"/account/login/?next=%09//{EVIL}",
    f"/guide//{EVIL}", f"/search?q=//{EVIL}", f"/{EVIL}", f"/guide?x=//{EVIL}/",
]  # fmt: skip


def poisoning(port: int, clean: int, promises: Promises, where: str) -> None:
    """What listens at `clean` serves the same database and never met the attacker."""
    for path, headers in POISON.items():
        put(port, request(path, **headers))
    put(port, request(FAT, body=f"x={EVIL}".encode()))
    wrong = []
    for path in [*POISON, FAT]:
        words = words_of(put(clean, request(path)), clean)
        for _ in range(4):  # every process
            found = put(port, request(path))
            same = found.status == 200 and words_of(found, port) == words
            if not same or EVIL in f"{found.headers} {found.body!r}":
                wrong.append(path)
    promises.check(
        f"{where}: {len(POISON) + 1} ways to poison a kept page, "
        "and the next reader gets the page",
        sorted(set(wrong)) or "the same bytes as from a site never attacked",
        not wrong,
    )


def words_of(told: Told, port: int) -> bytes:
    """The page without the port in its addresses, which is each site's own."""
    return told.body.replace(f":{port}/".encode(), b"/")


def doors(site: Site, promises: Promises) -> None:
    away = [
        f"{path} -> {told.headers['location']}"
        for path in DOORS
        if leads_away(path, told := put(site.port, request(path)))
    ]
    promises.check(
        f"{len(DOORS)} false doors lead nowhere else", away or "none", not away
    )


def leads_away(path: str, told: Told) -> bool:
    """As a browser reads it: backslashes as slashes, no tabs."""
    location = told.headers.get("location", "/").replace("\\", "/").replace("\t", "")
    whole = urlsplit(urljoin(f"https://{HOST}{path}", location))
    return whole.netloc != HOST


FILES = {
    "documents/evil.html": (b"<script>alert(1)</script>", 404),
    "images/evil.html": (b"<script>alert(1)</script>", 404),
    "images/evil.svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", 404),
    "images/evil.js": (b"alert(1)", 404),
    "original_images/evil.png": (b"<script>alert(1)</script>", 200),
}


def media(site: Site, promises: Promises) -> None:
    """Files that lie where uploads lie, whoever put them there."""
    wrong = []
    for name, (content, status) in FILES.items():
        file = site.data / "media" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        told = put(site.port, request(f"/media/{name}"))
        inert = told.headers.get("x-content-type-options") == "nosniff"
        sealed = "sandbox" in told.headers.get("content-security-policy", "")
        if told.status != status or not inert or (status == 200 and not sealed):
            wrong.append(f"{name}: {told.status}")
    promises.check(
        "Uploads: only images are served, and sealed", wrong or f"{len(FILES)} tried",
        not wrong,
    )  # fmt: skip
