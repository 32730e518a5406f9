"""Redis away: no error, nobody logged out, limits still hold in each process."""

import http.cookiejar
import re
import urllib.parse
import urllib.request

from tests.load.harness.processes import Program, manage
from tests.load.harness.promises import Promises
from tests.load.harness.site import Site
from tests.load.harness.traffic import Call, Client

WORKERS = 2
ALLOWED = 30  # anonymous calls a minute on this site
MEMBER, PASSWORD = "redis-outage", "four plain words here"
MAKE_MEMBER = f"""
from advisor.models import User
from allauth.account.models import EmailAddress
user = User.objects.create_user("{MEMBER}", "{MEMBER}@example.org", "{PASSWORD}")
EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
"""
SAVED = "/advisor/saved/"


class Browser:
    """Keeps cookies and follows redirects."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        jar = http.cookiejar.CookieJar()
        cookies = urllib.request.HTTPCookieProcessor(jar)
        self._opener = urllib.request.build_opener(cookies)

    def open(self, path: str, **form: str) -> tuple[str, str]:
        """The address that answered at last, and the page."""
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(
            self.origin + path, data, {"Referer": self.origin + path}
        )
        with self._opener.open(request, timeout=20) as response:
            return response.url, response.read().decode()

    def sign_in(self) -> None:
        page = self.open("/account/login/")[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        self.open(
            "/account/login/",
            csrfmiddlewaretoken=token,
            login=MEMBER,
            password=PASSWORD,
        )


def redis_away(site: Site, server: Program, promises: Promises) -> None:
    manage(site.environment, "shell", "-c", MAKE_MEMBER)
    browser = Browser(site.port)
    browser.sign_in()
    before = browser.open(SAVED)[0]
    server.kill()
    after = browser.open(SAVED)[0]
    promises.check(
        "Redis down: nobody is logged out",
        f"{SAVED} answers as before",
        before.endswith(SAVED) and after.endswith(SAVED),
    )
    call = Call("/api/v1/evaluations", "POST", {"answers": {}})
    statuses = []
    for _ in range(ALLOWED * WORKERS + 20):
        client = Client(site.port)  # a connection each: both processes are asked
        statuses.append(client.send(call).status)
        client.close()
    promises.check(
        "Redis down: no 5xx", sorted(set(statuses)), set(statuses) <= {200, 429}
    )
    # A minute that begins between two calls allows each process as many again.
    let_in = statuses.count(200)
    promises.check(
        f"Redis down: each process lets in {ALLOWED} a minute by itself",
        f"{let_in} of {len(statuses)} by {WORKERS} processes",
        let_in <= ALLOWED * WORKERS * 2 and 429 in statuses,
    )
    server.start()
