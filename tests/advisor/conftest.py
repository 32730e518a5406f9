"""What tests of the rule set start from."""

import copy

import pytest
from allauth.account.models import EmailAddress

from advisor.models import RuleSet, RuleSetVersion
from advisor.seeding.shipped_content import shipped_document


@pytest.fixture
def rule_set(db) -> RuleSet:
    return RuleSet.objects.get()


@pytest.fixture
def first_version(db) -> RuleSetVersion:
    return RuleSetVersion.objects.get(number=1)


@pytest.fixture
def verified_member(member):
    """A member who may log in through the form: their address is verified."""
    EmailAddress.objects.create(
        user=member, email=member.email, verified=True, primary=True
    )
    return member


@pytest.fixture
def document() -> dict:
    """The shipped document, to be changed by a test."""
    return copy.deepcopy(shipped_document())
