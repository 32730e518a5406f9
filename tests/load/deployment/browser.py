"""A reader's way in a real browser, through nginx and whichever application answers."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, expect, sync_playwright

from tests.browser.test_journeys import answer_quick_questions, sign_up
from tests.chromium import QUIET
from tests.load.deployment.site import ARTICLE, Deployment
from tests.load.harness.processes import (
    Program,
    accepts,
    free_port,
    program,
    wait_until,
)
from tests.load.harness.promises import Promises
from tests.load.harness.traffic import HOST

PATIENCE = 30_000  # milliseconds
TLS = """
pid {run}/tls.pid; error_log stderr warn;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {run}/tls-body; proxy_temp_path {run}/tls-proxy;
  fastcgi_temp_path {run}/tls-1; uwsgi_temp_path {run}/tls-2;
  scgi_temp_path {run}/tls-3;
  server {{
    listen 127.0.0.1:{port} ssl;
    ssl_certificate {run}/tls.crt; ssl_certificate_key {run}/tls.key;
    location / {{
      proxy_pass http://127.0.0.1:{behind};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto https;
    }}
  }}
}}
"""


def journey(site: Deployment, folder: Path, promises: Promises) -> None:
    """Home, article, questions, verdict, account, saving; a stranger reads the link."""
    reached, wrong = ["nothing"], ""
    try:
        with tls(folder, site.port) as port, browser(port) as opened:
            for step in steps(opened, lambda: mails(site)):
                reached.append(step)
    except (AssertionError, Error) as error:
        wrong = f"; then {str(error).splitlines()[0]}"
    promises.check(
        "a browser goes from the home page to a shared result, through nginx",
        f"reached {reached[-1]}{wrong}",
        not wrong,
    )


def steps(opened: Callable[[], Page], mails: Callable[[], str]) -> Iterator[str]:
    page = opened()
    page.goto("/")
    page.get_by_role("link", name="Guide", exact=True).click()
    page.goto(ARTICLE)
    expect(page.locator("table.comparison-table").first).to_be_visible()
    yield "the article"
    answer_quick_questions(page)
    verdict = page.locator(".verdict__sentence").inner_text()
    result = page.url
    yield "the verdict"
    join(page, mails)
    yield "an account"
    page.goto(result)
    page.get_by_role("link", name="Save this result").click()
    page.get_by_label("Title").fill("Through nginx")
    page.get_by_role("button", name="Save this result").click()
    page.goto("/advisor/saved/")
    page.get_by_role("link", name="Through nginx", exact=True).click()
    expect(page.locator(".verdict__sentence")).to_have_text(verdict)
    yield "the saved result"
    page.goto(f"{page.url}share/")
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("[data-copy-text]").inner_text()
    stranger = opened()
    stranger.goto(urlsplit(link).path)
    expect(stranger.locator(".verdict__sentence")).to_have_text(verdict)
    assert stranger.context.cookies() == []
    yield "the shared link, without a session"


def join(page: Page, mails: Callable[[], str]) -> None:
    """Sign up and follow the mail, as production asks of everybody."""
    page.goto("/account/signup/")
    sign_up(page, "reader@example.org")
    expect(page.get_by_role("heading", level=1)).to_contain_text("mail")
    address = re.findall(r"/account/confirm-email/[^\s\"]{20,}", mails())[-1]
    page.goto(address)
    page.get_by_role("main").get_by_role("button", name="Confirm").click()
    expect(page).not_to_have_url(re.compile("confirm-email"))


def mails(site: Deployment) -> str:
    """Whatever the applications printed: mails are printed, too."""
    return "".join(app.log.read_text(errors="replace") for app in site.apps)


@contextmanager
def tls(folder: Path, behind: int) -> Iterator[int]:
    """What stands before the shipped nginx: cookies and forms want https."""
    port, run = free_port(), folder / "tls"
    run.mkdir()
    key = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(run / "tls.key")]
    made = ["-x509", "-days", "1", "-subj", f"/CN={HOST}", "-out", str(run / "tls.crt")]
    command = [program("openssl"), "req", *key, *made]
    subprocess.run(command, check=True, capture_output=True)
    configuration = run / "nginx.conf"
    configuration.write_text(TLS.format(run=run, port=port, behind=behind))
    words = [program("nginx"), "-c", str(configuration), "-g", "daemon off;"]
    server = Program(words, run / "nginx.log").start()
    try:
        wait_until(lambda: accepts(port), "nginx with TLS", server)
        yield port
    finally:
        server.stop()


@contextmanager
def browser(port: int) -> Iterator[Callable[[], Page]]:
    """Opens pages that share nothing with one another."""
    here = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program("chromium", "chromium-browser"), args=[*QUIET, here]
        )

        def opened() -> Page:
            context = chromium.new_context(
                base_url=f"https://{HOST}:{port}", ignore_https_errors=True
            )
            context.set_default_timeout(PATIENCE)
            return context.new_page()

        yield opened
        chromium.close()
