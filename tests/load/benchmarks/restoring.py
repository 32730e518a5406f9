"""How long backing up and restoring a site with 10,000 saved results takes.

Run: `python -m tests.load.benchmarks.restoring [number]`. It makes a site in a
temporary folder on SQLite, fills it, backs it up, restores it into another folder, and
prints promise, figure and verdict. On PostgreSQL: BENCHMARK_SOURCE and
BENCHMARK_TARGET name two empty databases.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.load.harness.promises import Promises

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 60


def main(number: int) -> bool:
    promises = Promises(f"Backup and restore of {number:,} saved results")
    with tempfile.TemporaryDirectory(prefix="restoring-") as folder:
        here, there = Path(folder, "here"), Path(folder, "there")
        archive = Path(folder, "site.zip")
        manage(here, "BENCHMARK_SOURCE", "prepare")
        manage(
            here, "BENCHMARK_SOURCE", "seed_load", "--recommendations", str(number),
            "--pages", "0", "--revisions", "0", "--claims", "0",
        )  # fmt: skip
        backed_up = manage(here, "BENCHMARK_SOURCE", "backup", str(archive))
        size = archive.stat().st_size / 1e6
        restored = manage(there, "BENCHMARK_TARGET", "restore", str(archive))
    promises.check("backup", f"{backed_up:.1f} s, {size:.0f} MB", True)
    promises.check(
        f"restored in under {SECONDS} s", f"{restored:.1f} s", restored < SECONDS
    )
    sys.stdout.write(promises.table() + "\n")
    return promises.kept


def manage(folder: Path, database: str, *arguments: str) -> float:
    """Seconds the command took; the benchmark ends where it fails."""
    folder.mkdir(exist_ok=True)
    url = os.environ.get(database, f"sqlite:///{folder / 'site.sqlite3'}")
    environment = os.environ | {
        "DATA_DIR": str(folder),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    sys.exit(0 if main(wanted) else 1)
