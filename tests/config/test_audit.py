"""The audit: what could not be looked up never passes for safe."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

HASH = f"    --hash=sha256:{'0' * 64}\n"
LOCK = f"django==5.2.19 \\\n{HASH}tzdata==2026.1 ; sys_platform == 'win32' \\\n{HASH}"
SAFE = {"name": "Django", "version": "5.2.19", "vulns": []}
KNOWN = {"id": "PYSEC-2026-1", "fix_versions": ["5.2.20"]}


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "some.lock"
    path.write_text(LOCK)
    return path


@pytest.fixture
def says(tmp_path, monkeypatch):
    """Makes a pip-audit that prints this and nothing else."""

    def prepare(text: str, status: int = 0) -> None:
        program = tmp_path / "pip-audit"
        (tmp_path / "answer").write_text(text)
        program.write_text(f"#!/bin/sh\ncat {tmp_path}/answer\nexit {status}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return prepare


def answer(*dependencies) -> str:
    return json.dumps({"dependencies": dependencies, "fixes": []})


def audit(lock) -> str:
    out = StringIO()
    call_command("audit", lock=lock, stdout=out)
    return out.getvalue()


def test_packages_that_were_all_looked_up_pass(says, lock):
    says(answer(SAFE))
    assert "1 packages looked up" in audit(lock)


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        (answer({**SAFE, "vulns": [KNOWN]}), 1, "PYSEC-2026-1, fixed in 5.2.20"),
        (answer({"name": "django", "skip_reason": "no network"}), 0, "no network"),
        (answer({**SAFE, "version": "5.2.1"}), 0, "django was not looked up"),
        (answer(), 0, "5.2.19 is not in the answer"),
        ("", 1, "could not look anything up"),
        ("No known vulnerabilities found", 0, "could not look anything up"),
    ],
    ids=["vulnerable", "skipped", "another", "missing", "no-answer", "no-json"],
)
def test_everything_else_is_a_failure(says, lock, told, status, words):
    says(told, status)
    with pytest.raises(CommandError, match=words):
        audit(lock)


def test_without_pip_audit_it_says_what_is_missing(lock, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="pip-audit is not installed"):
        audit(lock)
