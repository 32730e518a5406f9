"""The small rule set in force, so that pages show what a test can work out by hand."""

import pytest

from advisor.engine import digest_of, outcome_distribution, parse_rule_set
from advisor.models import Recommendation, RuleSet, RuleSetVersion
from tests.advisor.small_document import small_document


def publish(document):
    newest = RuleSetVersion.objects.current()
    return RuleSetVersion.objects.create(
        rule_set=RuleSet.objects.get(),
        number=newest.number + 1,
        document=document,
        digest=digest_of(document),
        outcomes=outcome_distribution(parse_rule_set(document), samples=20),
    )


@pytest.fixture
def small_version(db):
    return publish(small_document())


@pytest.fixture
def saved(small_version, member_client):
    """A result saved through the form, as a member does it."""
    member_client.post("/advisor/saved/new/?use=hold", {"title": "The heavy door"})
    return Recommendation.objects.get()
