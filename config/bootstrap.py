"""Make the project's own environment before anything is installed.

Standard library only. manage.py calls it; the commands of LOCKS make what they need.
Inside another environment that has Django (uv run, a container) it does nothing.
"""

import hashlib
import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
SITE_LOCK = ROOT / "requirements.lock"
LOCKS = {
    "start": SITE_LOCK,
    "test": ROOT / "requirements-dev.lock",
    "verify_claims": SITE_LOCK,
    "lab": SITE_LOCK,
}


def ensure_environment(command: str, argv: list[str]) -> None:
    """Run `argv` inside `.venv`, made or brought up to date from the lock first.

    Returns when this process already is in an environment that will do; otherwise
    replaces the process and does not return. Exits with one sentence and status 1
    when the environment cannot be made.
    """
    if in_foreign_environment():
        return
    lock = LOCKS.get(command)
    if lock is not None and not is_current(lock):
        try:
            install(lock)
        except OSError as error:
            sys.exit(f"Cannot write {ENVIRONMENT}: {error.strerror or error}.")
    elif lock is None and not interpreter().exists():
        sys.exit("No environment yet: run `python3 manage.py start` once first.")
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        run = [str(interpreter()), str(ROOT / "manage.py"), *argv[1:]]
        os.execv(run[0], run)  # noqa: S606 - our own interpreter, no shell


def in_foreign_environment() -> bool:
    """Whether another environment with Django in it is running us."""
    if Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        return "UV" in os.environ and find_spec("django") is not None
    return sys.prefix != sys.base_prefix and find_spec("django") is not None


def interpreter() -> Path:
    folder = "Scripts" if os.name == "nt" else "bin"
    return ENVIRONMENT / folder / "python"


def stamp_for(lock: Path) -> Path:
    return ENVIRONMENT / f".installed-{lock.stem}"


def digest_of(lock: Path) -> str:
    wanted = f"{sys.version_info[:2]}".encode() + lock.read_bytes()
    return hashlib.sha256(wanted).hexdigest()


def is_current(lock: Path) -> bool:
    """Whether `.venv` holds what the lock says. The test lock contains start's."""
    stamps = [stamp_for(lock)]
    if lock == LOCKS["start"]:
        stamps.append(stamp_for(LOCKS["test"]))
    return interpreter().exists() and any(
        stamp.exists() and stamp.read_text() == digest_of(lock_of(stamp))
        for stamp in stamps
    )


def lock_of(stamp: Path) -> Path:
    return next(lock for lock in LOCKS.values() if stamp_for(lock) == stamp)


def install(lock: Path) -> None:
    python = getattr(sys, "_base_executable", sys.executable)
    pip = [python, "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        sys.exit("This needs pip: install it (Debian: apt install python3-pip) first.")
    print(f"Installing the packages of {lock.name} into .venv (once) ...", flush=True)
    if not interpreter().exists():
        venv.create(ENVIRONMENT, with_pip=False, clear=ENVIRONMENT.exists())
    for stamp in map(stamp_for, LOCKS.values()):
        stamp.unlink(missing_ok=True)
    # A virtual environment without pip of its own: ours installs into it.
    options = ["-qq", "--disable-pip-version-check", "--require-hashes"]
    target = ["--python", str(interpreter()), "install", *options, "-r", str(lock)]
    done = subprocess.run([*pip, *target], check=False)
    if done.returncode != 0:
        sys.exit(f"pip could not install {lock.name}: see its message above.")
    stamp_for(lock).write_text(digest_of(lock))
