"""Who decides, by which rules, and what was decided."""

from advisor.models.kept_answer import KeptAnswer
from advisor.models.notice import Notice
from advisor.models.notice_settings import MailedDigest, NoticeSettings
from advisor.models.own_rule_set import OwnRuleSet
from advisor.models.recommendation import Recommendation
from advisor.models.rule_set import RuleSet
from advisor.models.rule_set_version import ImmutableVersionError, RuleSetVersion
from advisor.models.user import User

__all__ = [
    "ImmutableVersionError",
    "KeptAnswer",
    "MailedDigest",
    "Notice",
    "NoticeSettings",
    "OwnRuleSet",
    "Recommendation",
    "RuleSet",
    "RuleSetVersion",
    "User",
]
