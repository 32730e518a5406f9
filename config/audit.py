"""Known vulnerabilities of the locked packages, as pip-audit knows them.

pip-audit reports no vulnerabilities of what it could not look up. Here that is a
failure: every package of the lock has to be in its answer, looked up.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from config.bill_of_materials import packages, plain_name

OPTIONS = (
    "--require-hashes",
    "--disable-pip",
    "--progress-spinner=off",
    "--format=json",
)
PATIENCE = 600  # seconds


class AuditError(Exception):
    """Nothing is known: there is no pip-audit, or it had no answer."""


def asked(lock: Path) -> dict[str, Any]:
    """What pip-audit answers about `lock`. Raises AuditError where it does not."""
    program = shutil.which("pip-audit")
    if program is None:
        raise AuditError("pip-audit is not installed: `pipx install pip-audit` first.")
    command = [program, *OPTIONS, "--requirement", str(lock)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise AuditError(f"pip-audit took over {PATIENCE} seconds.") from error
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise AuditError(f"pip-audit could not look anything up: {last}") from error
    return told


def faults_in(told: dict[str, Any], lock: Path) -> list[str]:
    """One sentence for each package that is vulnerable or was not looked up."""
    found = {plain_name(one["name"]): one for one in told.get("dependencies", [])}
    faults = []
    for name, version, marker, _ in packages(lock):
        one = found.get(plain_name(name))
        if one is None and marker:
            continue  # for another system or Python than this one
        if one is None or "skip_reason" in one or one.get("version") != version:
            why = (one or {}).get("skip_reason", f"{version} is not in the answer")
            faults.append(f"{name} was not looked up: {why}")
        for known in (one or {}).get("vulns", []):
            fixed = ", ".join(known.get("fix_versions", [])) or "nothing yet"
            faults.append(f"{name} {version}: {known['id']}, fixed in {fixed}")
    return faults
