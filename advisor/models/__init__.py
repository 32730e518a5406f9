"""Who decides, by which rules, and what was decided."""

from advisor.models.recommendation import Recommendation
from advisor.models.rule_set import RuleSet
from advisor.models.rule_set_version import ImmutableVersionError, RuleSetVersion
from advisor.models.user import User

__all__ = [
    "ImmutableVersionError",
    "Recommendation",
    "RuleSet",
    "RuleSetVersion",
    "User",
]
