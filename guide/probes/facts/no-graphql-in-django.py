"""No source file of Django mentions GraphQL."""

from pathlib import Path

import django

PACKAGES = ("Django",)
EXPECTED = {"files read": "more than 800", "files that mention it": []}


def observe():
    files = list(Path(django.__file__).parent.rglob("*.py"))
    mentions = [file.name for file in files if b"graphql" in file.read_bytes().lower()]
    return {
        "files read": "more than 800" if len(files) > 800 else str(len(files)),
        "files that mention it": mentions,
    }
