"""What a record is composed from: a stored decision and what is known about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import Journey


@dataclass(frozen=True)
class SourceLink:
    title: str
    url: str
    retrieved_on: date


@dataclass(frozen=True)
class Evidence:
    """A claim of the ledger as it stands today; `url` is its page."""

    slug: str
    statement: str
    finding: str
    standing: str  # "Checked", "Needs re-check", ...
    stale: bool
    grade: str
    checked_on: date
    review_by: date
    url: str
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True)
class SupportEnd:
    """A release series of a candidate and the last day it gets fixes, if one is set."""

    framework: str
    version: str
    until: date | None


@dataclass(frozen=True)
class Addresses:
    """Absolute addresses, without query strings."""

    result: str
    wizard: str
    method: str
    rule_set: str


@dataclass(frozen=True)
class Decision:
    """One saved recommendation, as stored, under the version it was made with."""

    title: str
    note: str
    evaluation: Mapping[str, Any]
    catalogue: Catalogue
    version: int
    digest: str
    published_on: date
    saved_on: date
    changed_on: date
    revisit_on: date | None
    evidence: Mapping[str, Evidence]  # by slug
    support: tuple[SupportEnd, ...]
    addresses: Addresses
    today: date

    @property
    def kind(self) -> str:
        return str(self.evaluation["verdict"]["kind"])

    @property
    def answers(self) -> Mapping[str, str]:
        return dict(self.evaluation["answers"])

    @property
    def chosen(self) -> str:
        """The framework the verdict names, or "" where it names none."""
        return self.evaluation["verdict"]["framework"] or ""

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The frameworks in alphabetical order of their names."""
        names = self.catalogue.framework_name
        return tuple(
            sorted(self.catalogue.frameworks, key=lambda key: names(key).lower())
        )

    def query(self, answers: Mapping[str, str] | None = None) -> str:
        """The query string of these answers (its own without any), version included."""
        given = self.answers if answers is None else answers
        return Journey(answers=given, rule_set=self.version).query(self.catalogue)

    @property
    def result_url(self) -> str:
        return self.addresses.result + self.query()

    @property
    def wizard_url(self) -> str:
        return self.addresses.wizard + self.query()
