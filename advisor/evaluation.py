"""The contract's Evaluation for answers under a published version.

One (digest, answers) pair has one evaluation for ever, so it is worked out once per
process and kept as bytes: callers get their own copy and the same bytes every time.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from advisor.engine import canonical_json
from advisor.evaluated import evaluated
from advisor.frozen_documents import FrozenDocument, parsed
from advisor.models import RuleSetVersion

REMEMBERED_EVALUATIONS = 2048


def evaluation_for(
    version: RuleSetVersion, answers: Mapping[str, str]
) -> dict[str, Any]:
    """Evaluate `answers` under `version`; no SQL once the version's document is read.

    Raises AnswersError for a question or an option the version does not have.
    """
    pairs = tuple(sorted(answers.items()))
    evaluation = json.loads(_remembered(version.frozen, pairs))
    reference = {"version": version.number, "digest": version.digest}
    return {"ruleset": reference, **evaluation}


@lru_cache(maxsize=REMEMBERED_EVALUATIONS)
def _remembered(frozen: FrozenDocument, pairs: tuple[tuple[str, str], ...]) -> bytes:
    return canonical_json(evaluated(parsed(frozen), frozen.document, dict(pairs)))
