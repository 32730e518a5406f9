import io

import pytest
from django.core.management import CommandError, call_command

from advisor.models import RuleSet, RuleSetVersion
from advisor.rule_sets.fields import fields_of
from advisor.seeding.rule_set import Outcome, seed_rule_set
from guide.models import Claim


def test_seeding_again_changes_nothing(rule_set):
    revision = rule_set.latest_revision_id

    assert seed_rule_set() is Outcome.UNCHANGED

    assert RuleSet.objects.get().latest_revision_id == revision
    assert RuleSetVersion.objects.count() == 1


def test_a_changed_shipped_rule_set_becomes_a_draft_only(rule_set, document):
    document["title"] = "Shipped anew"

    assert seed_rule_set(document) is Outcome.DRAFTED

    rule_set.refresh_from_db()
    assert rule_set.title != "Shipped anew"
    assert rule_set.get_latest_revision_as_object().document() == document
    assert RuleSetVersion.objects.count() == 1
    assert seed_rule_set(document) is Outcome.UNCHANGED


def test_an_edited_rule_set_is_left_alone(rule_set, document, administrator):
    for name, value in fields_of({**document, "title": "Edited"}).items():
        setattr(rule_set, name, value)
    edited = rule_set.save_revision(user=administrator)

    assert seed_rule_set({**document, "title": "Shipped anew"}) is Outcome.EDITED

    assert RuleSet.objects.get().latest_revision_id == edited.pk


def test_the_command_says_what_it_did(db):
    out = io.StringIO()

    call_command("seed_rule_set", stdout=out)

    assert out.getvalue() == f"{Outcome.UNCHANGED}\n"


def test_the_command_names_claims_the_ledger_lacks(rule_set):
    RuleSetVersion._base_manager.all().delete()
    rule_set.delete()
    Claim.objects.all().delete()

    with pytest.raises(CommandError, match="Run seed_guide first"):
        call_command("seed_rule_set")


def test_an_empty_site_gets_version_one(rule_set):
    RuleSetVersion._base_manager.all().delete()
    rule_set.delete()

    assert seed_rule_set() is Outcome.PUBLISHED
    assert RuleSetVersion.objects.get().number == 1
