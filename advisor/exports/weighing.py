"""Criteria that carry points, the scores on them, and the evidence behind those."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.documents.catalogue import Row
from advisor.exports.source import Decision, Evidence


@dataclass(frozen=True)
class Weighed:
    """One criterion with its points and the score row of every framework."""

    id: str
    label: str
    points: int
    scores: Mapping[str, Row]

    def best(self, framework: str) -> int:
        return int(self.scores[framework]["best"])

    def product(self, framework: str) -> int:
        return self.points * self.best(framework)


def weighed(decision: Decision) -> tuple[Weighed, ...]:
    """The criteria with points, the heaviest first."""
    return tuple(
        sorted(
            (row for row in all_criteria(decision) if row.points),
            key=lambda row: (-row.points, row.label.lower(), row.id),
        )
    )


def without_points(decision: Decision) -> tuple[str, ...]:
    """Labels of the criteria that these answers give no points."""
    rows = (row.label for row in all_criteria(decision) if not row.points)
    return tuple(sorted(rows, key=str.lower))


def all_criteria(decision: Decision) -> tuple[Weighed, ...]:
    """Every criterion in the order of the rule set."""
    catalogue = decision.catalogue
    return tuple(
        Weighed(
            id=criterion,
            label=catalogue.criterion_label(criterion),
            points=decision.evaluation["points"][criterion],
            scores={
                key: row["scores"][criterion]
                for key, row in catalogue.frameworks.items()
            },
        )
        for criterion in catalogue.criteria
    )


def cited_slugs(decision: Decision) -> tuple[str, ...]:
    """Claims cited by scores that count, each once, in the order of the record."""
    return tuple(
        dict.fromkeys(
            slug
            for row in weighed(decision)
            for framework in decision.columns
            for slug in row.scores[framework].get("claims", ())
        )
    )


def numbered_evidence(decision: Decision) -> dict[int, Evidence]:
    """The cited claims that are in the ledger, with their numbers in the record."""
    found = (slug for slug in cited_slugs(decision) if slug in decision.evidence)
    return {number: decision.evidence[slug] for number, slug in enumerate(found, 1)}


def missing_evidence(decision: Decision) -> tuple[str, ...]:
    """Cited claims that are not in the ledger any more."""
    slugs = cited_slugs(decision)
    return tuple(slug for slug in slugs if slug not in decision.evidence)
