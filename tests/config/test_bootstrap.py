"""Making the environment: what is decided, and what is said when it cannot be."""

import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def empty_environment(tmp_path, monkeypatch):
    """No `.venv` yet, in a folder of the test's own."""
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path / ".venv")
    return tmp_path / ".venv"


def test_a_missing_environment_is_not_current(empty_environment):
    assert not bootstrap.is_current(bootstrap.LOCKS["start"])


def test_the_test_environment_serves_start_too(empty_environment):
    interpreter = bootstrap.interpreter()
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    lock = bootstrap.LOCKS["test"]
    bootstrap.stamp_for(lock).write_text(bootstrap.digest_of(lock))
    assert bootstrap.is_current(lock)
    assert bootstrap.is_current(bootstrap.LOCKS["start"])


@pytest.mark.parametrize("command", ["verify_claims", "lab"])
def test_a_command_for_a_clean_checkout_needs_what_start_needs(command):
    assert bootstrap.LOCKS[command] == bootstrap.LOCKS["start"]


def test_a_changed_lock_makes_the_environment_out_of_date(empty_environment):
    interpreter = bootstrap.interpreter()
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    bootstrap.stamp_for(bootstrap.LOCKS["start"]).write_text("of another lock")
    assert not bootstrap.is_current(bootstrap.LOCKS["start"])


def test_without_pip_one_sentence_says_so(empty_environment, tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "_base_executable", str(python))
    with pytest.raises(SystemExit) as refusal:
        bootstrap.install(bootstrap.LOCKS["start"])
    assert "needs pip" in str(refusal.value)
    assert not empty_environment.exists()


def test_without_permission_to_write_one_sentence_says_so(monkeypatch):
    def refuse(lock):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(bootstrap, "in_foreign_environment", lambda: False)
    monkeypatch.setattr(bootstrap, "is_current", lambda lock: False)
    monkeypatch.setattr(bootstrap, "install", refuse)
    with pytest.raises(SystemExit) as refusal:
        bootstrap.ensure_environment("start", ["manage.py", "start"])
    assert "Permission denied" in str(refusal.value)


def test_an_old_python_is_told_which_one_is_needed():
    """manage.py must stay readable for old interpreters up to that sentence."""
    code = (
        "import runpy, sys; sys.version_info = (3, 10, 4, 'final', 0); "
        "sys.argv = ['manage.py', 'start']; "
        "runpy.run_path('manage.py', run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.strip() == (
        "This project needs Python 3.11.2 or newer; this is 3.10.4."
    )


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.lock")), ids=str)
def test_a_lock_pins_every_package_by_hash_and_names_no_host(lock):
    text = lock.read_text()
    pins = [line for line in text.splitlines() if "==" in line]
    assert len(pins) > 30
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
