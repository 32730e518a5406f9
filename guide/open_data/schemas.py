"""The open document, field by field: what `/data/schema.json` and `/data/` say."""

from datetime import date
from typing import Any

from ninja import Field, Schema

from guide.lab.schemas import RunOut
from guide.schemas import RowOut, SourceOut, Status

FORMAT_VERSION = 1


class Licence(Schema):
    name: str
    url: str
    attribution: str = Field(description="Whom to name.")


class OpenClaim(Schema):
    """One checkable sentence with its verdict, evidence and dates."""

    slug: str = Field(description="Its name; never changes.")
    statement: str = Field(description="What is claimed, in one sentence.")
    finding: str = Field(description="What is true; may be empty if supported.")
    frameworks: list[str] = Field(description="Slugs of those it is about.")
    versions: str = Field(description="The versions it was checked against.")
    status: Status = Field(description="Our verdict.")
    grade: str = Field(
        pattern="^[A-D]$", description="Evidence, from A (documented) to D (contested)."
    )
    sources: list[SourceOut] = Field(description="Where it can be looked up.")
    checked_on: date = Field(description="Day somebody last read the sources.")
    review_by: date = Field(description="After this day it needs a new check.")
    fact_check: list[int] = Field(description="Rows of the fact check it answers.")
    probe: str | None = Field(description="Name of the code that checks it, if any.")
    url: str = Field(description="Its page, without the host.")


class OpenTable(Schema):
    """One comparison table."""

    slug: str = Field(description="Its name in addresses.")
    title: str = Field(description="Its name for readers.")
    summary: str = Field(description="What it compares.")
    frameworks: list[str] = Field(description="Slugs of the columns, in order.")
    reviewed_on: date = Field(description="Day it was last read as a whole.")
    url: str = Field(description="Its page, without the host.")
    rows: list[RowOut] = Field(description="Criteria, each with a cell per column.")


class OpenProbe(Schema):
    """What code observed on the installed frameworks when it last ran."""

    probe: str = Field(description="Its name, the one that claims give.")
    outcome: str = Field(
        pattern="^(confirmed|failed|not-applicable|error)$",
        description="confirmed, failed, not-applicable or error.",
    )
    reason: str = Field(description="Why it did not apply or could not run, or empty.")
    expected: Any = Field(description="What the probe expects.")
    observed: Any = Field(description="What it saw; null unless it could look.")
    python: str = Field(description="The Python it ran with.")
    packages: dict[str, str] = Field(description="The packages it ran with.")
    seconds: float = Field(description="How long that run took; no measurement.")
    run_on: date = Field(description="Day of the run.")
    digest: str = Field(description="Of the code that ran.")


class OpenDocument(Schema):
    """`/data/guide.json`."""

    format_version: int = Field(description="Rises when a field changes its meaning.")
    title: str = Field(description="The name of the guide.")
    licence: Licence = Field(description="What you may do, and whom to name.")
    changed_on: date | None = Field(description="Day of the newest publication in it.")
    claims: list[OpenClaim] = Field(description="Every published claim, by slug.")
    tables: list[OpenTable] = Field(description="Every public table, in site order.")
    lab_runs: list[RunOut] = Field(description="Every run of the lab, newest first.")
    probes: list[OpenProbe] = Field(description="The last run of every probe, by name.")
