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
    # Since 6.1 an e-mail backend for development is an error, so the status may be 1.
    said = subprocess.run(run, check=False, capture_output=True, text=True).stderr
    return {setting: setting in said for setting in EXPECTED}
