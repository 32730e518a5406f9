"""The separate environment in which other frameworks really run.

Probes and the lab need Flask, Quart, SQLAlchemy and more; the site and its tests do
not, and never make it. It stands in DATA_DIR/frameworks, hash-pinned by its own lock.
"""

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

LOCK = Path(__file__).resolve().parent.parent / "requirements-probes.lock"


class InstallError(Exception):
    """The environment could not be made; the message says what to do."""


def ensure_environment(report: Callable[[str], None]) -> Path:
    """The python of the separate environment, made or brought up to date first.

    `report` gets one sentence when something is installed. Raises InstallError.
    """
    folder = environment_folder()
    if not is_current(folder):
        report(f"Installing the packages of {LOCK.name} into {folder.name} (once) ...")
        try:
            install(folder)
        except OSError as error:
            reason = error.strerror or str(error)
            raise InstallError(f"Cannot write {folder}: {reason}.") from error
    return interpreter_of(folder)


def environment_folder() -> Path:
    return Path(settings.DATA_DIR) / "frameworks"


def interpreter_of(folder: Path) -> Path:
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def stamp_of(folder: Path) -> Path:
    return folder / ".installed"


def wanted_stamp() -> str:
    """Changes with the lock and with the Python that would be used."""
    wanted = f"{sys.version_info[:3]}".encode() + LOCK.read_bytes()
    return hashlib.sha256(wanted).hexdigest()


def is_current(folder: Path) -> bool:
    stamp = stamp_of(folder)
    made = interpreter_of(folder).exists() and stamp.exists()
    return made and stamp.read_text() == wanted_stamp()


def install(folder: Path) -> None:
    """Start from an empty environment, so that nothing old stays in it."""
    pip = [getattr(sys, "_base_executable", sys.executable), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        raise InstallError("This needs pip: install it (Debian: python3-pip) first.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    venv.create(folder, with_pip=False, clear=folder.exists())
    options = ["-qq", "--disable-pip-version-check", "--require-hashes"]
    target = ["--python", str(interpreter_of(folder)), "install", *options]
    done = subprocess.run([*pip, *target, "-r", str(LOCK)], check=False)
    if done.returncode != 0:
        raise InstallError(f"pip could not install {LOCK.name}: see its message.")
    stamp_of(folder).write_text(wanted_stamp())
