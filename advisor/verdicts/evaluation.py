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
    pairs = tuple(sorted(answers.items()))
    evaluation = json.loads(_remembered(version.frozen, pairs))
    reference = {"version": version.number, "digest": version.digest}
    return {"ruleset": reference, **evaluation}


def evaluated(
    rule_set: RuleSet, document: Mapping[str, Any], answers: Mapping[str, str]
) -> dict[str, Any]:
    """The Evaluation without `ruleset`, for any document. Raises AnswersError."""
    evaluation: dict[str, Any] = evaluate(rule_set, answers).as_dict()
    sentence = sentence_for(evaluation, document)
    return {**evaluation, "verdict": {**evaluation["verdict"], "sentence": sentence}}


@lru_cache(maxsize=REMEMBERED_EVALUATIONS)
def _remembered(frozen: FrozenDocument, pairs: tuple[tuple[str, str], ...]) -> bytes:
    return canonical_json(evaluated(parsed(frozen), frozen.document, dict(pairs)))
