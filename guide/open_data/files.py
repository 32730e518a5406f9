"""The open document as files, with their digests."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.table_files import CSV_COLUMNS, csv_file, csv_lines

Document = dict[str, Any]
CLAIM_COLUMNS = ["slug", "statement", "finding", "frameworks", "versions", "status",
                 "grade", "sources", "checked_on", "review_by", "fact_check", "probe",
                 "url"]  # fmt: skip

LAB_COLUMNS = ["run", "started_at", "plan", "profile", "features", "metric", "unit",
               "program", "low", "best", "high", "ratio_low", "ratio_best",
               "ratio_high", "starts", "rounds", "disturbed", "python",
               "processor"]  # fmt: skip


@dataclass(frozen=True)
class DataFile:
    name: str
    content_type: str
    what: str  # for readers
    content: bytes

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def size(self) -> int:
        return len(self.content)


def as_json(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def claims_csv(document: Document) -> str:
    return csv_file(CLAIM_COLUMNS, map(_claim_line, document["claims"]))


def _claim_line(claim: dict[str, Any]) -> list[str]:
    flat = claim | {
        "frameworks": " ".join(claim["frameworks"]),
        "sources": " ".join(source["url"] for source in claim["sources"]),
        "fact_check": " ".join(str(row) for row in claim["fact_check"]),
        "probe": claim["probe"] or "",
    }
    return [flat[name] for name in CLAIM_COLUMNS]


def tables_csv(document: Document) -> str:
    return csv_file(["table", *CSV_COLUMNS], _table_lines(document))


def _table_lines(document: Document) -> Iterator[list[str]]:
    for table in document["tables"]:
        for line in csv_lines(table["rows"]):
            yield [table["slug"], *line]


def lab_csv(document: Document) -> str:
    return csv_file(LAB_COLUMNS, _lab_lines(document))


def _lab_lines(document: Document) -> Iterator[list[str]]:
    """One line per run, profile, metric and program; no figure without its interval."""
    for run in document["lab_runs"]:
        for profile in run["profiles"]:
            for metric in profile["metrics"]:
                for program, value in metric["values"].items():
                    yield [
                        run["id"],
                        run["started_at"],
                        run["plan"],
                        profile["slug"],
                        ", ".join(profile["features"]),
                        metric["metric"],
                        metric["unit"],
                        program,
                        *_interval(value),
                        *_interval(metric["ratios"].get(program, {})),
                        str(metric["starts"]),
                        str(metric["rounds"]),
                        "yes" if metric["disturbed"] else "no",
                        run["environment"]["python"],
                        run["environment"]["processor"],
                    ]


def _interval(value: dict[str, float]) -> list[str]:
    return [str(value.get(end, "")) for end in ("low", "best", "high")]


JSON, CSV = "application/json", "text/csv; charset=utf-8"
Maker = Callable[[Document], str]
MAKERS: dict[str, tuple[str, str, Maker]] = {
    "guide.json": (
        JSON,
        "Everything: claims, tables, lab, probes",
        as_json,
    ),
    "claims.csv": (CSV, "One line per claim", claims_csv),
    "lab.csv": (CSV, "One line per program and metric of every lab run", lab_csv),
    "tables.csv": (CSV, "One line per cell of every table", tables_csv),
}
SUMS = "SHA256SUMS"


def data_file(name: str, document: Document) -> DataFile:
    content_type, what, make = MAKERS[name]
    return DataFile(name, content_type, what, make(document).encode())


def all_files(document: Document) -> list[DataFile]:
    return [data_file(name, document) for name in MAKERS]


def checksums(files: Iterable[DataFile]) -> str:
    """As `sha256sum --check` reads it."""
    return "".join(f"{file.digest}  {file.name}\n" for file in files)
