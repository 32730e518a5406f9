"""The engine's evaluation with the sentence that says it, for any document."""

from collections.abc import Mapping
from typing import Any

from advisor.engine import RuleSet, evaluate
from advisor.wording import sentence_for


def evaluated(
    rule_set: RuleSet, document: Mapping[str, Any], answers: Mapping[str, str]
) -> dict[str, Any]:
    """The contract's Evaluation without `ruleset`. Raises AnswersError."""
    evaluation: dict[str, Any] = evaluate(rule_set, answers).as_dict()
    sentence = sentence_for(evaluation, document)
    return {**evaluation, "verdict": {**evaluation["verdict"], "sentence": sentence}}
