"""What belongs to a member leaves with the member, and says what is refused."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from advisor.accounts.actions import delete_member, export_member_data
from advisor.engine import RuleSetError
from advisor.models import OwnRuleSet
from advisor.own_rule_sets.actions import (
    change_own_rule_set,
    keep_own_rule_set,
    reset_own_rule_set,
)
from tests.advisor.small_document import small_document


@pytest.fixture
def own(member) -> OwnRuleSet:
    return keep_own_rule_set(owner=member, name="Ours", document=small_document())


def test_the_export_of_an_account_holds_own_rule_sets(member, other_member, own):
    exported = json.loads(json.dumps(export_member_data(user=member)))
    (row,) = exported["own_rule_sets"]
    assert row["name"] == "Ours"
    assert row["based_on"] is None
    assert row["document"] == own.document
    assert export_member_data(user=other_member)["own_rule_sets"] == []


def test_leaving_erases_own_rule_sets(member, own):
    delete_member(user=member)
    assert not OwnRuleSet.objects.exists()


def test_a_change_that_breaks_the_document_keeps_nothing(own):
    def without_scores(document):
        document["frameworks"][0]["scores"] = {}

    with pytest.raises(RuleSetError):
        change_own_rule_set(own=own, change=without_scores)
    own.refresh_from_db()
    assert own.document["frameworks"][0]["scores"]


def test_an_imported_one_has_nothing_to_go_back_to(own):
    with pytest.raises(ValidationError):
        reset_own_rule_set(own=own)


def test_the_database_refuses_an_empty_name(own):
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnRuleSet.objects.filter(pk=own.pk).update(name="")


def test_the_scale_is_spelled_out(member):
    document = {k: v for k, v in small_document().items() if k != "scale_max"}
    own = keep_own_rule_set(owner=member, name="Bare", document=document)
    assert own.document["scale_max"] == 10
