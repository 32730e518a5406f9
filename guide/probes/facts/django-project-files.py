"""The files of a new Django project."""

from pathlib import Path

from django.core.management import call_command

PACKAGES = ("Django",)
EXPECTED = [
    "fresh/__init__.py",
    "fresh/asgi.py",
    "fresh/settings.py",
    "fresh/urls.py",
    "fresh/wsgi.py",
    "manage.py",
]


def observe():
    call_command("startproject", "fresh", ".")
    return sorted(path.as_posix() for path in Path().rglob("*.py"))
