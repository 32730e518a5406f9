"""A new Django project, exactly as `django-admin startproject` makes it."""

import os
import subprocess
import sys
from pathlib import Path

import django


def fresh_project(**changes):
    """Generate it in the working folder, add `changes` to its settings, set it up."""
    start = [sys.executable, "-m", "django", "startproject", "fresh", "."]
    subprocess.run(start, check=True)
    with Path("fresh/settings.py").open("a") as settings:
        settings.writelines(f"\n{name} = {value!r}" for name, value in changes.items())
    sys.path.insert(0, str(Path.cwd()))
    os.environ["DJANGO_SETTINGS_MODULE"] = "fresh.settings"
    django.setup()


def add_page(route, view):
    """Give the new project one more page."""
    from django.urls import path
    from fresh import urls

    urls.urlpatterns.append(path(route, view))
