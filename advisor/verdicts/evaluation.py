"""The contract's Evaluation: what the engine works out, with the sentence that says it.

One (digest, answers) pair has one evaluation for ever, so under a published version it
is worked out once per process and kept as bytes: callers get their own copy and the
same bytes every time.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from advisor.documents.frozen import FrozenDocument, Published, parsed
from advisor.engine import RuleSet, canonical_json, evaluate
from advisor.verdicts.wording import sentence_for

REMEMBERED_EVALUATIONS = 2048


def evaluation_for(version: Published, answers: Mapping[str, str]) -> dict[str, Any]:
    """Evaluate `answers` under `version`; no SQL once the version's document is read.

    Raises AnswersError for a question or an option the version does not have.
    """
    evaluation: dict[str, Any] = json.loads(evaluation_json(version, answers))
    return evaluation


def evaluation_json(version: Published, answers: Mapping[str, str]) -> bytes:
    """The same as canonical JSON, the same bytes every time. Raises as it does."""
    pairs = tuple(sorted(answers.items()))
    return _remembered(version.number, version.frozen, pairs)


def evaluated(
    rule_set: RuleSet, document: Mapping[str, Any], answers: Mapping[str, str]
) -> dict[str, Any]:
    """The Evaluation without `ruleset`, for any document. Raises AnswersError."""
    evaluation: dict[str, Any] = evaluate(rule_set, answers).as_dict()
    sentence = sentence_for(evaluation, document)
    return {**evaluation, "verdict": {**evaluation["verdict"], "sentence": sentence}}


@lru_cache(maxsize=REMEMBERED_EVALUATIONS)
def _remembered(
    number: int, frozen: FrozenDocument, pairs: tuple[tuple[str, str], ...]
) -> bytes:
    reference = {"version": number, "digest": frozen.digest}
    evaluation = evaluated(parsed(frozen), frozen.document, dict(pairs))
    return canonical_json({"ruleset": reference, **evaluation})
