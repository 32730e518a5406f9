"""The record as JSON: what a program needs to file, check or redraw it."""

from typing import Any

from advisor.exports.machine import machine_readable
from advisor.exports.record import STATUS
from advisor.exports.source import Decision, Evidence
from advisor.exports.triggers import triggers
from advisor.exports.weighing import all_criteria, numbered_evidence


def as_data(decision: Decision) -> dict[str, Any]:
    """Days are ISO dates; scores are those of the rule set's document."""
    return {
        "title": decision.title,
        "note": decision.note,
        "status": STATUS,
        "date": decision.changed_on.isoformat(),
        **machine_readable(decision),
        "evaluation": dict(decision.evaluation),
        "criteria": [
            {
                "id": row.id,
                "label": row.label,
                "points": row.points,
                "scores": {key: dict(score) for key, score in row.scores.items()},
            }
            for row in all_criteria(decision)
        ],
        "evidence": [
            {"number": number, **_claim(claim)}
            for number, claim in numbered_evidence(decision).items()
        ],
        "revisit": [
            {
                "kind": trigger.kind,
                "on": trigger.on.isoformat() if trigger.on else None,
                "reason": trigger.text,
            }
            for trigger in triggers(decision)
        ],
    }


def _claim(claim: Evidence) -> dict[str, Any]:
    return {
        "slug": claim.slug,
        "statement": claim.statement,
        "finding": claim.finding,
        "url": claim.url,
        "grade": claim.grade,
        "stale": claim.stale,
        "checked_on": claim.checked_on.isoformat(),
        "review_by": claim.review_by.isoformat(),
        "sources": [
            {
                "title": source.title,
                "url": source.url,
                "retrieved_on": source.retrieved_on.isoformat(),
            }
            for source in claim.sources
        ],
    }
