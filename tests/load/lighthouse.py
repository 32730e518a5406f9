"""Lighthouse in mobile settings: `python -m tests.load lighthouse [--short]`.

Optional, because it is no Python package: `npm install --global lighthouse` (12.8 with
Node.js 20), or name the program in LIGHTHOUSE. It drives Chromium, which CHROME_PATH
may name. The site runs with the production settings, over plain HTTP on 127.0.0.1.
`--short` looks at each page once instead of three times; the median counts.
"""

import json
import os
import secrets
import shlex
import shutil
import statistics
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.load.harness.processes import (
    Program,
    application,
    free_port,
    manage,
    program,
    scratch,
)
from tests.load.harness.promises import Promises

LEAST = 98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BROWSER_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
NOT_FOUND = "not installed: npm install --global lighthouse, or set LIGHTHOUSE"
SECONDS = 180  # for one look at one page


@dataclass(frozen=True)
class Look:
    """What one run found: a score from 0 to 100 each, and what cost something."""

    scores: dict[str, int]
    culprits: tuple[str, ...]

    @classmethod
    def read(cls, report: dict[str, Any]) -> "Look":
        scores, culprits = {}, []
        for name in CATEGORIES:
            category = report["categories"][name]
            scores[name] = round(100 * (category["score"] or 0))
            for part in category["auditRefs"]:
                score = report["audits"][part["id"]]["score"]
                if part["weight"] and score is not None and score < 0.9:
                    culprits.append(part["id"])
        return cls(scores, tuple(culprits))


def installed() -> list[str] | None:
    """The command that runs Lighthouse, or None."""
    if named := os.environ.get("LIGHTHOUSE"):
        return shlex.split(named)
    if found := shutil.which("lighthouse"):
        return [found]
    if npx := shutil.which("npx"):
        command = [npx, "--no-install", "lighthouse"]
        asked = subprocess.run(
            [*command, "--version"], capture_output=True, check=False
        )
        return command if asked.returncode == 0 else None
    return None


def serve(folder: Path) -> Program:
    """The site as the image runs it, with production settings; on SQLite."""
    port = free_port()
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "DATA_DIR": str(folder),
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "SECURE_SSL_REDIRECT": "false",
    }
    manage(environment, "prepare")
    manage(environment, "collectstatic", "--noinput")
    return application(folder, port, environment)


def pages(url: str) -> dict[str, str]:
    """The five that are promised: a page's name and its address."""
    with urllib.request.urlopen(f"{url}/api/v1/questionnaire", timeout=10) as response:
        questions = json.load(response)["questions"]
    answers = {entry["id"]: entry["options"][0]["id"] for entry in questions}
    first, second = list(answers)[:2]
    return {
        "home": "/",
        "article": "/guide/flask-vs-django/",
        "table": "/compare/quick/",
        "question": f"/advisor/{second}/?{urlencode({first: answers[first]})}",
        "verdict": f"/advisor/result/?{urlencode(answers)}",
    }


def look(command: list[str], address: str) -> Look:
    options = [
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={BROWSER_FLAGS}",
        "--no-enable-error-reporting",
        "--quiet",
        "--output=json",
    ]
    chromium = os.environ.get("CHROME_PATH") or program("chromium", "google-chrome")
    done = subprocess.run(
        [*command, address, *options],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed at {address}:\n{done.stderr[-2000:]}")
    return Look.read(json.loads(done.stdout))


def check(promises: Promises, name: str, looks: list[Look]) -> None:
    medians = {
        category: statistics.median(look.scores[category] for look in looks)
        for category in CATEGORIES
    }
    kept = min(medians.values()) >= LEAST
    figure = ", ".join(f"{category} {score:.0f}" for category, score in medians.items())
    culprits = sorted({found for look in looks for found in look.culprits})
    if not kept:
        figure += f" (see {', '.join(culprits)})"
    promises.check(f"{name}: at least {LEAST} of 100 in all four", figure, kept)


def main(short: bool) -> bool:
    promises = Promises("Lighthouse, mobile settings")
    command = installed()
    if command is None:
        promises.check("Lighthouse looks at five pages", NOT_FOUND, False)
        return False
    with scratch() as folder:
        site = serve(folder)
        try:
            url = site.environment["BASE_URL"]
            for name, path in pages(url).items():
                looks = [look(command, url + path) for _ in range(1 if short else 3)]
                check(promises, name, looks)
        finally:
            site.stop()
    print(promises.table())
    return promises.kept


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
