"""The decision engine: pure functions of a rule set and answers.

Standard library only; no I/O, clock or randomness. The same rule set and the same
answers give the same bytes for ever.
"""

from advisor.engine.adaptive import AdaptivePath, adaptive_path, ask_next
from advisor.engine.break_even import (
    BreakEven,
    PointsBreakEven,
    ScoreBreakEven,
    break_even,
)
from advisor.engine.canonical import canonical_json, digest_of
from advisor.engine.causes import Cause
from advisor.engine.checks import Check, publication_checks
from advisor.engine.difference import Difference, Dropped, compare_evaluations
from advisor.engine.document_changes import Change, compare_documents
from advisor.engine.doubt import Doubt, doubt
from advisor.engine.evaluation import (
    ENGINE_VERSION,
    Evaluation,
    Exclusion,
    evaluate,
    verdict_for,
)
from advisor.engine.flips import Flip
from advisor.engine.gamma import GAMMA_TABLE_SHA256, gamma_table_digest
from advisor.engine.openness import Openness, openness
from advisor.engine.outcomes import outcome_distribution
from advisor.engine.parsing import parse_rule_set
from advisor.engine.problems import AnswersError, Problem, RuleSetError
from advisor.engine.rule_set import RuleSet
from advisor.engine.verdict import Verdict
from advisor.engine.worlds import warm

__all__ = [
    "ENGINE_VERSION",
    "GAMMA_TABLE_SHA256",
    "AdaptivePath",
    "AnswersError",
    "BreakEven",
    "Cause",
    "Change",
    "Check",
    "Difference",
    "Doubt",
    "Dropped",
    "Evaluation",
    "Exclusion",
    "Flip",
    "Openness",
    "PointsBreakEven",
    "Problem",
    "RuleSet",
    "RuleSetError",
    "ScoreBreakEven",
    "Verdict",
    "adaptive_path",
    "ask_next",
    "break_even",
    "canonical_json",
    "compare_documents",
    "compare_evaluations",
    "digest_of",
    "doubt",
    "evaluate",
    "gamma_table_digest",
    "openness",
    "outcome_distribution",
    "parse_rule_set",
    "publication_checks",
    "verdict_for",
    "warm",
]
