"""The commands both bring: Flask's run and inspect, Django's also keep the database."""

from django.core.management import get_commands
from flask.cli import FlaskGroup
from fresh_project import fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {
    "flask": ["routes", "run", "shell"],
    "django has": {
        "runserver": True,
        "shell": True,
        "makemigrations": True,
        "createsuperuser": True,
        "check": True,
    },
}


def observe():
    fresh_project()
    return {
        # Without what other installed packages, such as Flask-Migrate, add.
        "flask": sorted(FlaskGroup().commands),
        "django has": {name: name in get_commands() for name in EXPECTED["django has"]},
    }
