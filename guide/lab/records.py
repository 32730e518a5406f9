"""The committed runs: one JSON file each, named by its id, in the shape of `RunOut`.

A run is never changed; a new one is added beside it.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

RECORDS_DIR = Path(__file__).parent / "records"


@cache
def all_runs() -> tuple[dict[str, Any], ...]:
    """Every run, newest first. Read once per process."""
    return read_runs(RECORDS_DIR)


def find_run(run_id: str) -> dict[str, Any] | None:
    return next((run for run in all_runs() if run["id"] == run_id), None)


def newest_run() -> dict[str, Any] | None:
    """The newest full run; the newest of any kind where there is no full one."""
    runs = all_runs()
    full = [run for run in runs if run["plan"] == "full"]
    return next(iter(full or runs), None)


def read_runs(folder: Path) -> tuple[dict[str, Any], ...]:
    runs = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return tuple(sorted(runs, key=lambda run: run["started_at"], reverse=True))


def write_run(run: dict[str, Any], folder: Path) -> Path:
    """Add a run to `folder`. Raises OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{run['id']}.json"
    text = json.dumps(run, indent=1, ensure_ascii=False)
    path.write_text(shortened(text) + "\n", encoding="utf-8")
    return path


def shortened(text: str) -> str:
    """The rounds of a start on one line instead of one each."""
    lines: list[str] = []
    for line in text.splitlines():
        word = line.strip()
        if lines and is_figure(word) and lines[-1].lstrip().startswith("["):
            lines[-1] += word + (" " if word.endswith(",") else "")
        elif lines and word in {"]", "],"} and "," in lines[-1] and "[" in lines[-1]:
            lines[-1] = lines[-1].rstrip() + word
        else:
            lines.append(line)
    return "\n".join(lines)


def is_figure(word: str) -> bool:
    return word.rstrip(",").replace(".", "", 1).replace("e+", "", 1).isdigit()
