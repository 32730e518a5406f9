"""A draft in which exactly one reference scenario gets another verdict."""

from typing import Any

from advisor.engine import parse_rule_set, verdict_for
from advisor.rule_sets.fields import fields_of
from advisor.rule_sets.scenario_changes import Outcome

CHANGED = 0


def with_a_changed_verdict(
    document: dict[str, Any], *, expected: bool = False
) -> Outcome:
    """Give the first scenario the answers of another one; returns its new verdict.

    With `expected`, its expectation is rewritten too.
    """
    rule_set = parse_rule_set(document)
    scenario = document["scenarios"][CHANGED]
    before = verdict_for(rule_set, scenario["answers"])
    for other in document["scenarios"]:
        after = verdict_for(rule_set, other["answers"])
        if (after.kind, after.framework) != (before.kind, before.framework):
            break
    scenario["answers"] = dict(other["answers"])
    if expected:
        scenario["expect_kind"] = after.kind
        scenario["expect_framework"] = after.framework or ""
    return Outcome(after.kind, after.framework or "")


def accepting(document: dict[str, Any], verdict: Outcome) -> dict[str, str]:
    """The row of the form that acknowledges the change."""
    return {"scenario": document["scenarios"][CHANGED]["id"], **verdict._asdict()}


def drafted(rule_set: Any, document: dict[str, Any], *rows: dict[str, str]) -> Any:
    """The revision that holds this draft, with its acknowledgements."""
    for name, value in fields_of(document).items():
        setattr(rule_set, name, value)
    rule_set.acknowledgements = [
        {"type": "acknowledgement", "value": row} for row in rows
    ]
    return rule_set.save_revision(clean=False)
