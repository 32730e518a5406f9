import pytest

from advisor.models import Recommendation
from advisor.saved.actions import (
    delete_recommendation,
    restore_recommendation,
    revoke_share,
    save_recommendation,
    share_recommendation,
)


@pytest.fixture
def recommendation(member, first_version):
    return save_recommendation(
        owner=member, version=first_version, answers={}, title="Ours", note="Private"
    )


def found_as(token):
    return Recommendation.objects.shared_as(token).first()


def test_a_link_is_long_and_leads_to_the_one_shared(recommendation):
    shared = share_recommendation(recommendation=recommendation)

    assert len(shared.share_token) == 43
    assert found_as(shared.share_token) == recommendation


def test_nothing_is_shared_and_no_note_shown_unasked(recommendation):
    assert recommendation.share_token is None
    assert share_recommendation(recommendation=recommendation).shared_note == ""


def test_sharing_again_keeps_the_link_and_changes_what_it_shows(recommendation):
    first = share_recommendation(recommendation=recommendation)
    second = share_recommendation(recommendation=recommendation, include_note=True)

    assert second.share_token == first.share_token
    assert second.shared_note == "Private"


def test_a_link_that_was_ended_never_works_again(recommendation):
    old = share_recommendation(recommendation=recommendation, include_note=True)
    revoke_share(recommendation=recommendation)
    assert found_as(old.share_token) is None

    new = share_recommendation(recommendation=recommendation)

    assert new.share_token != old.share_token
    assert found_as(old.share_token) is None
    assert new.shared_note == ""


def test_ending_a_link_twice_does_no_harm(recommendation):
    revoke_share(recommendation=recommendation)

    assert revoke_share(recommendation=recommendation).share_token is None


def test_deleting_ends_the_link_and_bringing_back_does_not_share_again(recommendation):
    token = share_recommendation(recommendation=recommendation).share_token
    deleted = delete_recommendation(recommendation=recommendation)
    assert found_as(token) is None

    restored = restore_recommendation(recommendation=deleted)

    assert restored.share_token is None
    assert found_as(token) is None


def test_what_is_deleted_cannot_be_shared(recommendation):
    delete_recommendation(recommendation=recommendation)

    with pytest.raises(Recommendation.DoesNotExist):
        share_recommendation(recommendation=recommendation)


def test_an_owner_who_was_locked_out_shares_nothing(recommendation, member):
    token = share_recommendation(recommendation=recommendation).share_token
    member.is_active = False
    member.save()

    assert found_as(token) is None


@pytest.mark.parametrize("token", ["", "x", "\x00", "\ud800", "é" * 5_000, "None"])
def test_what_is_no_token_finds_nothing(recommendation, token):
    share_recommendation(recommendation=recommendation)

    assert found_as(token) is None


def test_sharing_changes_neither_date_nor_revision(recommendation):
    shared = share_recommendation(recommendation=recommendation)

    assert shared.revision == recommendation.revision
    assert shared.updated_at == recommendation.updated_at
