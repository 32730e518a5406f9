"""Django writes a migration from a changed model, with nothing installed beside it."""

import subprocess
import sys
from pathlib import Path

from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "after the first model": ["0001_initial.py"],
    "after one more field": ["0001_initial.py", "0002_note_done.py"],
    "tables made": True,
}
MODEL = """from django.db import models


class Note(models.Model):
    title = models.CharField(max_length=50)
"""
FIELD = "    done = models.BooleanField(default=False)\n"


def observe():
    Path("notes/migrations").mkdir(parents=True)
    Path("notes/migrations/__init__.py").touch()
    Path("notes/models.py").write_text(MODEL)
    fresh_project()
    with Path("fresh/settings.py").open("a") as settings:
        settings.write("\nINSTALLED_APPS += ['notes']\n")
    manage("makemigrations")
    first = migrations()
    Path("notes/models.py").write_text(MODEL + FIELD)
    manage("makemigrations")
    manage("migrate")
    return {
        "after the first model": first,
        "after one more field": migrations(),
        "tables made": "notes_note" in manage("inspectdb"),
    }


def manage(command):
    run = [sys.executable, "manage.py", command]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout


def migrations():
    return sorted(path.name for path in Path("notes/migrations").glob("0*.py"))
