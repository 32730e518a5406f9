"""Readers learn of a new rule set from the change log."""

import copy

import pytest

from advisor.models import RuleSet, RuleSetVersion
from guide.models import Change
from tests.advisor.small_document import small_document

pytestmark = pytest.mark.django_db


def freeze(document, note="") -> Change:
    RuleSetVersion.objects.freeze(
        rule_set=RuleSet.objects.get(), document=document, note=note
    )
    return Change.objects.filter(kind="rule-set-published").first()


def test_a_new_version_tells_what_changed_and_why(client):
    freeze(small_document())
    document = copy.deepcopy(small_document())
    document["frameworks"][1]["scores"]["weight"]["best"] = 4
    entry = freeze(document, note="Paper is heavier than we thought.")
    number = RuleSetVersion.objects.current().number
    assert entry.title == f"Rule set, version {number}"
    assert entry.why == "Paper is heavier than we thought."
    (field,) = entry.what
    assert "Paper" in field["field"]
    assert (field["before"], field["after"]) == ("3", "4")
    assert client.get(entry.address).status_code == 200


def test_the_same_document_again_is_no_news():
    freeze(small_document())
    before = Change.objects.count()
    freeze(small_document())
    assert Change.objects.count() == before


def test_a_change_of_everything_has_an_end():
    entry = freeze(small_document())
    assert len(entry.what) == 61
    assert entry.what[-1]["after"].startswith("And ")
