"""Both development servers say themselves that they are not for production."""

import socket
import subprocess
import sys
import time
from pathlib import Path

from fresh_project import fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {"flask warns": True, "django warns": True}
FLASK = "from flask import Flask\napp = Flask(__name__)\n"


def observe():
    Path("app.py").write_text(FLASK)
    fresh_project()
    return {
        "flask warns": warns("-m", "flask", "run", "--port", free_port()),
        "django warns": warns("manage.py", "runserver", "--noreload", free_port()),
    }


def warns(*arguments):
    with Path("said.txt").open("w") as file:
        server = subprocess.Popen(
            [sys.executable, "-u", *arguments], stdout=file, stderr=file
        )
        try:
            return any(warned() for _ in range(300))
        finally:
            server.terminate()
            server.wait(timeout=10)


def warned():
    time.sleep(0.1)
    said = Path("said.txt").read_text()
    return "This is a development server" in said and "production" in said


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])
