"""What nginx keeps: whole pages of nobody, and none longer than it is true."""

import time
from contextlib import ExitStack

from tests.load.deployment.site import ARTICLE, Deployment
from tests.load.harness.processes import manage
from tests.load.harness.promises import Promises
from tests.load.harness.traffic import Call, Client, traffic

PUBLISH = """
import time
from guide.models import ArticlePage
page = ArticlePage.objects.get(slug="flask-vs-django")
page.summary = "{}"
page.save_revision().publish()
print("published", time.time())
"""


def purge(site: Deployment, promises: Promises) -> None:
    """Publish in another process while nginx and every application are asked."""
    worst = 0.0
    for number in range(3):
        words = f"Publication {number} of this run"
        with ExitStack() as asking:
            asked = [
                asking.enter_context(traffic(port, 1, lambda _: Call(ARTICLE), 0.02))
                for port in (site.port, *site.ports)
            ]
            told = manage(site.environment, "shell", "-c", PUBLISH.format(words))
            published = float(told.split("published")[-1])
            time.sleep(max(0.0, published + 2 - time.time()))
        for answers in asked:
            old = [a.at - published for a in answers if words.encode() not in a.body]
            worst = max([worst, *old])
    promises.check(
        "a publication reaches every process and nginx within 1 s",
        f"last old page {worst:.2f} s after, of 3 publications",
        worst < 1,
        timing=True,
    )


def shared(site: Deployment, promises: Promises) -> None:
    """Cached pages, and nothing of a person among them."""
    client = Client(site.port)
    first, second = client.send(Call(ARTICLE)), client.send(Call(ARTICLE))
    promises.check(
        "nginx serves the article from its cache, the same bytes",
        second.headers.get("x-cache"),
        second.headers.get("x-cache") == "HIT" and first.body == second.body,
    )
    cookie = {"Cookie": "__Host-session=abc; signed_in=1"}
    private = ("/advisor/saved/", "/account/login/", "/admin/", "/account/menu/")
    for path in ("/", *private):
        client.send(Call(path, headers=cookie))
    kept = [path.read_bytes() for path in site.pages.iterdir()]
    personal = [page for page in kept if b"csrfmiddlewaretoken" in page]
    personal += [page for page in kept if b"set-cookie" in page.lower()]
    promises.check(
        "nothing personal is in nginx's cache",
        f"{len(kept)} pages kept, {len(personal)} with a form token or a cookie",
        bool(kept) and not personal,
    )
