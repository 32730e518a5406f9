"""`check --deploy` names the settings of a new project that are not for production."""

import subprocess
import sys

from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "DEBUG": True,
    "SECURE_HSTS_SECONDS": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}


def observe():
    fresh_project()
    run = [sys.executable, "manage.py", "check", "--deploy"]
    said = subprocess.run(run, check=True, capture_output=True, text=True).stderr
    return {setting: setting in said for setting in EXPECTED}
