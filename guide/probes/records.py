"""What a probe observed when it last ran, kept as one JSON file per probe."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, Literal

RECORDS = Path(__file__).parent / "records"

Outcome = Literal["confirmed", "failed", "not-applicable", "error"]
LABELS: dict[Outcome, str] = {
    "confirmed": "confirmed",
    "failed": "failed",
    "not-applicable": "not applicable with these versions",
    "error": "could not run",
}
MARKS: dict[Outcome, str] = {
    "confirmed": "checked",
    "failed": "disputed",
    "not-applicable": "not-applicable",
    "error": "needs-re-check",
}


@dataclass(frozen=True)
class ProbeRecord:
    """One run: what was expected, what was observed, with which versions, when."""

    probe: str
    outcome: Outcome
    reason: str  # why it is not applicable, or what went wrong; else ""
    expected: Any
    observed: Any  # None unless it could observe
    python: str
    packages: dict[str, str]
    seconds: float
    run_on: date
    digest: str  # of the code that ran

    @property
    def is_trouble(self) -> bool:
        return self.outcome in ("failed", "error")

    @property
    def outcome_label(self) -> str:
        """The outcome in words, for readers."""
        return LABELS[self.outcome]

    @property
    def mark(self) -> str:
        """The sign that stands for the outcome, one of the claims' marks."""
        return MARKS[self.outcome]

    @property
    def versions(self) -> str:
        """What it ran with; "" where it ended before it could say."""
        named = [f"{name} {version}" for name, version in self.packages.items()]
        return ", ".join([*named, f"Python {self.python}"]) if self.python else ""

    @property
    def duration(self) -> str:
        """In whole seconds, rounded up: how long to wait, not a measurement."""
        return f"about {ceil(self.seconds)} s"

    def as_data(self) -> dict[str, Any]:
        return asdict(self) | {"run_on": self.run_on.isoformat()}


def write_record(record: ProbeRecord, folder: Path = RECORDS) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(record.as_data(), indent=2, ensure_ascii=False)
    path = folder / f"{record.probe}.json"
    beside = path.with_suffix(".part")  # an interrupted run leaves the old record whole
    beside.write_text(f"{text}\n", encoding="utf-8")
    beside.replace(path)


def read_record(path: Path) -> ProbeRecord:
    data = json.loads(path.read_text(encoding="utf-8"))
    return ProbeRecord(**data | {"run_on": date.fromisoformat(data["run_on"])})


@cache
def all_records() -> dict[str, ProbeRecord]:
    """The shipped records by slug, in slug order. Kept for the process."""
    return {path.stem: read_record(path) for path in sorted(RECORDS.glob("*.json"))}


def record_of(slug: str) -> ProbeRecord | None:
    """The shipped record of a probe, or None if it never ran (or there is none)."""
    return all_records().get(slug)
