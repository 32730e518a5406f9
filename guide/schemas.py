"""What the API says about facts, field by field."""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema

from guide.models import Claim
from guide.probes.records import Outcome

Status = Literal["supported", "partly", "disputed", "outdated", "wrong", "opinion"]
Slug = Annotated[str, Field(max_length=200)]
Grade = Literal["built-in", "add-on", "by-hand", "not-possible", "not-applicable"]


class SourceOut(Schema):
    title: str
    url: str
    retrieved_on: date


class ClaimOut(Schema):
    """One checkable sentence. `stale` once `review_by` has passed."""

    slug: str
    statement: str
    finding: str
    frameworks: list[str] = Field(description="Slugs of those it is about.")
    versions: str
    status: Status
    grade: Literal["A", "B", "C", "D"]
    sources: list[SourceOut]
    checked_on: date
    review_by: date
    stale: bool = Field(alias="is_stale", description="Past its review date today.")
    probe: str | None = Field(description="Name of the code that checks it.")
    url: str = Field(alias="get_absolute_url")

    @staticmethod
    def resolve_frameworks(claim: Claim) -> list[str]:
        return sorted(framework.slug for framework in claim.frameworks.all())

    @staticmethod
    def resolve_probe(claim: Claim) -> str | None:
        return claim.probe or None


class ProbeRecordOut(Schema):
    """What a probe observed when it last ran, as kept with the site."""

    probe: str
    outcome: Outcome
    reason: str = Field(description="Why it does not apply or could not run.")
    expected: Any
    observed: Any
    python: str
    packages: dict[str, str] = Field(description="Versions by package.")
    seconds: float = Field(description="Duration: how long to wait, no measurement.")
    run_on: date
    digest: str = Field(description="SHA-256 of the code that ran.")


class ClaimDetailOut(ClaimOut):
    """The claim with the last run of its probe, null where it has none."""

    probe_record: ProbeRecordOut | None


class ClaimFilters(Schema):
    framework: str | None = Field(
        None,
        max_length=50,
        pattern="^[-a-zA-Z0-9_]+$",
        description="A framework's slug.",
    )
    status: Status | None = None
    stale: bool | None = Field(None, description="Past its review date, or not.")


class CellOut(Schema):
    framework: str
    grade: Grade
    text: str = Field(description="Plain text.")
    notes: list[str]
    claims: list[str] = Field(description="Slugs of the claims that support it.")
    opinion: bool


class RowHead(Schema):
    criterion: str
    group: str
    explanation: str


class RowOut(RowHead):
    cells: list[CellOut]


class CellToday(CellOut):
    stale: bool = Field(description="A claim of it is past its review date.")


class RowToday(RowHead):
    cells: list[CellToday]


class ComparisonListed(Schema):
    slug: str
    title: str
    summary: str
    frameworks: list[str]
    reviewed_on: date
    url: str


class ComparisonOut(ComparisonListed):
    rows: list[RowToday]


class ReleaseOut(Schema):
    version: str
    latest: str
    released_on: date
    supported_until: date | None
    supported: bool | None = Field(
        description="Whether support lasts today; null where no day is named."
    )
    support: Literal["supported", "ending", "ended", "no-end-named"] = Field(
        description="Where support stands today; ending: within half a year."
    )
    lts: bool
    python: str
    note: str
    source: SourceOut
