"""A real server process with its own database, and a real Chromium."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from playwright.sync_api import sync_playwright

from tests import kept_databases
from tests.chromium import QUIET

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as `manage.py start --demo` runs it: `.url`, `.people`, `.log`."""
    folder = tmp_path_factory.mktemp("site")
    log = folder / "log.txt"
    fill_beforehand(folder / "data")
    port = free_port()
    environment = os.environ | {
        "DATA_DIR": str(folder / "data"),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PYTHONUNBUFFERED": "1",
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", "start", "--demo", "--port", str(port)]
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=output
        )
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/healthz", server, log)
            yield SimpleNamespace(
                url=f"http://127.0.0.1:{port}",
                people=people_in(log.read_text()),
                log=log,
            )
        finally:
            server.terminate()
            server.wait(timeout=20)


def fill_beforehand(data: Path) -> None:
    """With the seeded test database, if it is kept; in CI the site fills itself."""
    data.mkdir()
    if not os.environ.get("CI") and kept_databases.seeded().exists():
        shutil.copy(kept_databases.seeded(), data / "site.sqlite3")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(url: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            pytest.fail(f"The server stopped:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    pytest.fail(f"The server did not answer in five minutes:\n{log.read_text()}")


def people_in(output: str) -> dict[str, SimpleNamespace]:
    """The ready-made accounts `--demo` printed: role, email address, password."""
    found = re.findall(r"^\s*(\w+)\s+(\S+@\S+)\s+(\S+)\s*$", output, re.MULTILINE)
    return {
        role: SimpleNamespace(email=email, password=password)
        for role, email, password in found
    }


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        reason = "Chromium is not installed (Debian: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site):
    """Open pages in contexts of their own; a console error fails the test."""
    contexts, complaints = [], []

    def opened(**options):
        context = chromium.new_context(**{"base_url": site.url, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.extend(complaint(message)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def complaint(message) -> list[str]:
    """What the browser complains about, but for a page that is meant to be a 404."""
    address = message.location.get("url", "")
    meant = "no-such-page" in address and "404" in message.text
    if message.type != "error" or meant:
        return []
    return [f"{address}: {message.text}"]


@pytest.fixture(scope="session")
def examples(site) -> dict[str, str]:
    """Parts of addresses: a question, answers to them all, the evidence of a page."""
    with urllib.request.urlopen(f"{site.url}/api/v1/questionnaire") as response:
        questions = json.load(response)["questions"]
    answers = {entry["id"]: entry["options"][0]["id"] for entry in questions}
    with urllib.request.urlopen(f"{site.url}/guide/flask-vs-django/") as response:
        evidence = re.search(r"/claims/on/\d+/", response.read().decode())
    return {
        "question": questions[0]["id"],
        "answers": urlencode(answers),
        "evidence": evidence[0],
    }


@pytest.fixture
def page(open_page):
    return open_page()
