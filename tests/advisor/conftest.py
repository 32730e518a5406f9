"""What tests of the rule set start from."""

import copy

import pytest

from advisor.models import RuleSet, RuleSetVersion
from advisor.shipped_content import shipped_document


@pytest.fixture
def rule_set(db) -> RuleSet:
    return RuleSet.objects.get()


@pytest.fixture
def first_version(db) -> RuleSetVersion:
    return RuleSetVersion.objects.get(number=1)


@pytest.fixture
def document() -> dict:
    """The shipped document, to be changed by a test."""
    return copy.deepcopy(shipped_document())
