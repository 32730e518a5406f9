"""The evaluation of a rule-set document that nobody published."""

from collections.abc import Mapping
from typing import Any

from advisor.engine import RuleSet, digest_of, parse_rule_set
from advisor.verdicts.evaluation import evaluated


def analysed(document: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """The contract's Evaluation; its `ruleset` has a digest and no version.

    Raises RuleSetError or AnswersError with every problem.
    """
    return analysed_as(parse_rule_set(document), document, answers)


def analysed_as(
    rule_set: RuleSet, document: Mapping[str, Any], answers: Mapping[str, str]
) -> dict[str, Any]:
    """The same for a document parsed already. Raises AnswersError."""
    evaluation = evaluated(rule_set, _names_in(document), answers)
    return {"ruleset": {"version": None, "digest": digest_of(document)}, **evaluation}


def _names_in(document: Mapping[str, Any]) -> dict[str, Any]:
    """What the verdict's sentence reads of a document.

    Labels are free: the engine ignores them, so they may be anything. Whatever is no
    text is no label, and the id stands instead.
    """
    return {
        "frameworks": [
            {"id": row["id"], "label": _text(row.get("label"))}
            for row in document["frameworks"]
        ],
        "constants": document.get("constants", {}),
    }


def _text(label: object) -> str:
    return " ".join(label.split()) if isinstance(label, str) else ""
