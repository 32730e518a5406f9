from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from advisor.engine import AnswersError
from advisor.limits import LimitReachedError
from advisor.models import Recommendation, RuleSetVersion
from advisor.saved.actions import (
    delete_recommendation,
    restore_recommendation,
    save_recommendation,
    update_recommendation,
)


@pytest.fixture
def answers(document):
    first = document["questions"][0]
    return {first["id"]: first["options"][0]["id"]}


@pytest.fixture
def recommendation(member, first_version, answers):
    return save_recommendation(
        owner=member,
        version=first_version,
        answers=answers,
        title=" Our\x00 site ",
        note="line one\r\nline two",
    )


def test_saving_keeps_answers_evaluation_and_version(
    recommendation, answers, first_version
):
    saved = Recommendation.objects.get(pk=recommendation.pk)

    assert saved.title == "Our site"
    assert saved.note == "line one\nline two"
    assert saved.evaluation["answers"] == saved.answers == answers
    assert saved.evaluation["ruleset"]["digest"] == first_version.digest


@pytest.mark.parametrize("title", ["", "\x00", "x" * 201, "\ud800"])
def test_saving_refuses_a_bad_title(member, first_version, title):
    with pytest.raises(ValidationError):
        save_recommendation(
            owner=member, version=first_version, answers={}, title=title
        )


def test_saving_refuses_unknown_answers(member, first_version):
    with pytest.raises(AnswersError):
        save_recommendation(
            owner=member, version=first_version, answers={"no": "no"}, title="x"
        )
    assert not Recommendation.objects.exists()


def test_a_saved_one_shows_the_same_numbers_after_the_rules_changed(
    recommendation, rule_set, document
):
    before = Recommendation.objects.values().get(pk=recommendation.pk)
    document["questions"][0]["options"][0]["points"] = {}
    document["questions"][0]["options"][0]["reason"] = "It gives nothing any more."

    version = RuleSetVersion.objects.freeze(rule_set=rule_set, document=document)

    assert version.number == 2
    assert Recommendation.objects.values().get(pk=recommendation.pk) == before


def test_renaming_changes_no_number(recommendation):
    changed = update_recommendation(recommendation=recommendation, title="New name")

    assert changed.title == "New name"
    assert changed.note == recommendation.note
    assert changed.evaluation == recommendation.evaluation
    assert changed.revision == 2
    assert changed.updated_at > recommendation.updated_at


def test_new_answers_are_evaluated_under_the_pinned_version(
    recommendation, first_version
):
    changed = update_recommendation(recommendation=recommendation, answers={})

    assert changed.answers == changed.evaluation["answers"] == {}
    assert changed.version == first_version


def test_a_refused_change_changes_nothing(recommendation):
    with pytest.raises(ValidationError):
        update_recommendation(
            recommendation=recommendation, title="x", note="n" * 10_001
        )

    assert Recommendation.objects.get(pk=recommendation.pk).title == "Our site"


def test_a_deleted_one_comes_back_as_it_was(recommendation, member):
    delete_recommendation(recommendation=recommendation)
    restore_recommendation(recommendation=recommendation)

    restored = Recommendation.objects.visible_to(member).get()
    assert restored.updated_at == recommendation.updated_at
    assert restored.deleted_at is None


def test_what_was_deleted_long_ago_is_erased(recommendation, member, first_version):
    delete_recommendation(recommendation=recommendation)
    Recommendation.objects.update(deleted_at=timezone.now() - timedelta(days=31))
    other = save_recommendation(
        owner=member, version=first_version, answers={}, title="Other"
    )

    delete_recommendation(recommendation=other)

    assert list(Recommendation.objects.all()) == [other]


@pytest.fixture
def room_for_two(monkeypatch):
    monkeypatch.setattr("advisor.saved.actions.recommendations.MOST_RECOMMENDATIONS", 2)


def test_a_member_keeps_a_bounded_number(member, first_version, answers, room_for_two):
    def save():
        return save_recommendation(
            owner=member, version=first_version, answers=answers, title="x"
        )

    first, _ = save(), save()
    with pytest.raises(LimitReachedError, match="Delete one"):
        save()
    delete_recommendation(recommendation=first)

    assert save().pk


def test_what_was_deleted_comes_back_only_where_there_is_room(
    recommendation, member, first_version, room_for_two
):
    delete_recommendation(recommendation=recommendation)
    for title in ("Second", "Third"):
        save_recommendation(
            owner=member, version=first_version, answers={}, title=title
        )

    with pytest.raises(LimitReachedError, match="Delete one"):
        restore_recommendation(recommendation=recommendation)

    kept = Recommendation.objects.visible_to(member).values_list("title", flat=True)
    assert sorted(kept) == ["Second", "Third"]


def test_what_is_there_comes_back_to_a_full_list(
    recommendation, member, first_version, room_for_two
):
    save_recommendation(owner=member, version=first_version, answers={}, title="Second")

    assert restore_recommendation(recommendation=recommendation).deleted_at is None


def test_only_as_many_deleted_ones_wait_to_come_back(
    member, first_version, answers, room_for_two
):
    for _ in range(4):
        saved = save_recommendation(
            owner=member, version=first_version, answers=answers, title="x"
        )
        delete_recommendation(recommendation=saved)

    # The one deleted last and as many as may be kept before it.
    assert Recommendation.objects.filter(owner=member).count() == 3
