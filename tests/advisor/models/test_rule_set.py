from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from advisor.editing.actions import publish_rule_set
from advisor.models import RuleSet, RuleSetVersion
from advisor.rule_sets.fields import fields_of


def drafted(rule_set, document, **fields):
    """Save `document` as the newest draft, unchecked, and return its revision."""
    for name, value in {**fields_of(document), **fields}.items():
        setattr(rule_set, name, value)
    return rule_set.save_revision(clean=False)


def with_more_points(document):
    document["questions"][0]["options"][0]["reason"] = "Said better."
    return document


def broken(document):
    document["questions"][0]["options"][0]["points"]["tols"] = 3
    return document


def test_publishing_a_changed_draft_freezes_the_next_version(
    rule_set, document, administrator
):
    drafted(rule_set, with_more_points(document), note="Better words.")

    version = publish_rule_set(rule_set=rule_set, user=administrator)

    assert (version.number, version.note) == (2, "Better words.")
    assert version.published_by == administrator
    assert version.document == document


def test_a_note_describes_one_version_only(rule_set, document):
    drafted(rule_set, with_more_points(document), note="Better words.")
    publish_rule_set(rule_set=rule_set)
    drafted(RuleSet.objects.get(), {**document, "title": "Another title"})

    version = publish_rule_set(rule_set=RuleSet.objects.get())

    assert (version.number, version.note) == (3, "")


def test_publishing_a_broken_draft_says_why_and_publishes_nothing(rule_set, document):
    drafted(rule_set, broken(document))

    with pytest.raises(ValidationError, match="points for 'tols'"):
        publish_rule_set(rule_set=rule_set)

    assert RuleSetVersion.objects.count() == 1
    assert "tols" not in str(RuleSet.objects.get().document())


def test_a_draft_that_fails_a_check_is_refused(rule_set, document):
    document["scenarios"][0]["expect_kind"] = "none"
    document["scenarios"][0]["expect_framework"] = ""
    drafted(rule_set, document)

    with pytest.raises(ValidationError, match="P8: Scenario"):
        publish_rule_set(rule_set=rule_set)

    assert RuleSetVersion.objects.count() == 1


def test_cleaning_names_the_place(rule_set, document):
    for name, value in fields_of(broken(document)).items():
        setattr(rule_set, name, value)

    with pytest.raises(ValidationError) as refusal:
        rule_set.full_clean()

    question = document["questions"][0]["id"]
    (message,) = refusal.value.message_dict["questions"]
    assert message.startswith(f"Question '{question}', option ")


def test_scheduling_publishes_nothing_yet(rule_set, document):
    tomorrow = timezone.now() + timedelta(days=1)
    drafted(rule_set, with_more_points(document), go_live_at=tomorrow)

    assert publish_rule_set(rule_set=rule_set).number == 1


def test_a_scheduled_draft_is_published_when_its_time_comes(rule_set, document):
    revision = drafted(rule_set, with_more_points(document))
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()

    call_command("publish_scheduled")

    assert RuleSetVersion.objects.current().number == 2


def test_a_scheduled_draft_that_is_broken_leaves_the_schedule(rule_set, document):
    revision = drafted(rule_set, broken(document))
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()

    call_command("publish_scheduled")

    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    assert RuleSetVersion.objects.current().number == 1


def test_it_cannot_be_unpublished(rule_set):
    with pytest.raises(ValidationError):
        rule_set.unpublish()


def test_the_database_refuses_a_second_rule_set(rule_set):
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSet.objects.create(title="Second")
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSet.objects.create(title="Second", only_one=False)


def test_the_database_refuses_thresholds_in_the_wrong_order(rule_set):
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSet.objects.update(too_close=950, clear=900)
