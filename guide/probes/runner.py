"""One probe, in a process of its own: a clean environment, an empty folder, a limit."""

import json
import os
import signal
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from guide.probes.declaration import WORKBENCH, Probe
from guide.probes.records import Outcome, ProbeRecord

HARNESS = Path(__file__).parent / "harness.py"
TIME_LIMIT = 60.0  # seconds


class ProbeError(Exception):
    """The probe could not observe anything; the message says why."""


def run_probe(
    probe: Probe, python: Path, time_limit: float = TIME_LIMIT
) -> ProbeRecord:
    """Run it with the interpreter `python`. Never raises for what the probe does."""
    started = time.monotonic()
    try:
        answer = answer_of(probe, python, time_limit)
        outcome, reason = judge(probe, answer)
    except ProbeError as error:
        answer, outcome, reason = {}, "error", str(error)
    return ProbeRecord(
        probe=probe.slug,
        outcome=outcome,
        reason=reason,
        expected=as_json(probe.expected),
        observed=answer.get("observed"),
        python=answer.get("python", ""),
        packages=answer.get("packages", {}),
        seconds=round(time.monotonic() - started, 1),
        run_on=datetime.now(UTC).date(),
        digest=probe.digest,
    )


def judge(probe: Probe, answer: dict[str, Any]) -> tuple[Outcome, str]:
    if "not_applicable" in answer:
        return "not-applicable", answer["not_applicable"]
    if answer["observed"] == as_json(probe.expected):
        return "confirmed", ""
    return "failed", ""


def as_json(value: Any) -> Any:
    """The value as it looks after a trip through JSON, so that both sides compare."""
    return json.loads(json.dumps(value))


def answer_of(probe: Probe, python: Path, time_limit: float) -> dict[str, Any]:
    order = {
        "path": str(probe.path),
        "workbench": str(WORKBENCH),
        "packages": probe.packages,
        "needs": probe.needs,
    }
    with tempfile.TemporaryDirectory(prefix="probe-") as folder:
        process = subprocess.Popen(
            [str(python), "-I", "-B", str(HARNESS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            env=clean_environment(folder),
            start_new_session=True,
        )
        try:
            said, complained = process.communicate(json.dumps(order), time_limit)
        except subprocess.TimeoutExpired as error:
            raise ProbeError(f"It took longer than {time_limit:g} seconds.") from error
        finally:
            end_with_children(process)
    if process.returncode != 0:
        raise ProbeError(last_line(complained, folder, str(python)))
    return json.loads(said)


def clean_environment(folder: str) -> dict[str, str]:
    """Nothing of ours: no settings, no addresses, no secrets."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return kept | {
        "PATH": os.defpath,
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def end_with_children(process: subprocess.Popen[str]) -> None:
    """End the probe and whatever it started and left running."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.kill()
    process.communicate()


def last_line(complaint: str, folder: str, python: str) -> str:
    """What the error said, without the names of places on this machine."""
    lines = complaint.strip().splitlines() or ["It ended without a word."]
    return lines[-1].replace(folder, "(folder)").replace(python, "python")[:500]
