"""No source file of Flask or Django mentions a machine learning library."""

from pathlib import Path

import django
import flask

PACKAGES = ("Flask", "Django")
EXPECTED = {"flask": [], "django": []}
WORDS = (b"tensorflow", b"pytorch", b"huggingface", b"hugging face", b"scikit")


def observe():
    return {"flask": mentions_in(flask), "django": mentions_in(django)}


def mentions_in(package):
    files = Path(package.__file__).parent.rglob("*.py")
    return [
        file.name
        for file in files
        if any(word in file.read_bytes().lower() for word in WORDS)
    ]
