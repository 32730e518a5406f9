"""The shape of a run: what a record holds and what the API answers, field by field."""

from datetime import datetime
from typing import Literal

from ninja import Field, Schema
from pydantic import ConfigDict

MetricName = Literal["cpu", "served", "together", "cold", "memory"]


class IntervalOut(Schema):
    model_config = ConfigDict(extra="forbid")

    low: float
    best: float
    high: float


class MetricOut(Schema):
    """One quantity of one profile. Samples: program -> per start -> per round."""

    model_config = ConfigDict(extra="forbid")

    metric: MetricName
    unit: str
    starts: int = Field(description="Processes started per program.")
    rounds: int = Field(description="Measurements per start.")
    others_share: float | None = Field(
        description="Share of the machine that other programs used; null if unknown."
    )
    disturbed: bool = Field(description="Others used more than a tenth.")
    values: dict[str, IntervalOut] = Field(description="By program, in `unit`.")
    ratios: dict[str, IntervalOut] = Field(
        description="How many times as well as Django; above 1 is better than Django."
    )
    samples: dict[str, list[list[float]]]


class ProgramOut(Schema):
    model_config = ConfigDict(extra="forbid")

    key: str
    framework: str
    name: str
    interface: Literal["wsgi", "asgi"]
    threads: int
    packages: dict[str, str] = Field(description="All it installs: name -> version.")
    package_count: int
    size_bytes: int = Field(description="Installed files without compiled bytecode.")
    digest: str = Field(description="SHA-256 of the program's source.")


class ProfileOut(Schema):
    model_config = ConfigDict(extra="forbid")

    slug: str
    title: str
    summary: str
    equal: bool = Field(description="Whether all programs have the same features.")
    features: list[str]
    not_on: list[str]
    programs: list[ProgramOut]
    metrics: list[MetricOut]
    not_measured: dict[str, str] = Field(description="Metric -> why not.")


class EnvironmentOut(Schema):
    model_config = ConfigDict(extra="forbid")

    processor: str
    cores: int
    memory_gib: float | None
    system: str
    architecture: str
    governor: str | None = Field(description="Frequency policy; null if unreadable.")
    python: str
    packages: dict[str, str]
    load_before: list[float] | None
    load_after: list[float] | None


class MethodOut(Schema):
    model_config = ConfigDict(extra="forbid")

    interval: str
    confidence: float
    warm_up: int
    batch_ms: float
    garbage_collection: str
    server: str | None
    connections: int
    load_generator: str | None


class RunListed(Schema):
    """One run of the lab, without its figures."""

    id: str = Field(description="Its name in addresses.")
    plan: str = Field(description="full, or quick: fewer starts, nothing served.")
    started_at: datetime = Field(description="When it began, in UTC.")
    seconds: int = Field(description="How long it took.")
    disturbed: bool = Field(description="Others used more than a tenth of the machine.")


class RunOut(RunListed):
    """One run of the lab, with every sample."""

    model_config = ConfigDict(extra="forbid")

    schema_version: Literal[1] = Field(description="Rises when a field's meaning does.")
    environment: EnvironmentOut = Field(description="Machine, system and versions.")
    method: MethodOut = Field(description="How it was measured and summed up.")
    profiles: list[ProfileOut] = Field(
        description="Kinds of work, each with its programs, figures and samples."
    )
