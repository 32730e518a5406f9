import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from advisor.models import Recommendation
from advisor.saved.actions import delete_recommendation, save_recommendation


@pytest.fixture
def recommendation(member, first_version):
    return save_recommendation(
        owner=member, version=first_version, answers={}, title="Our site"
    )


def test_a_member_sees_their_own(recommendation, member):
    assert list(Recommendation.objects.visible_to(member)) == [recommendation]


def test_nobody_else_sees_it(recommendation, other_member, administrator):
    for stranger in (other_member, administrator, AnonymousUser()):
        assert not Recommendation.objects.visible_to(stranger).exists()
        assert not Recommendation.objects.restorable_by(stranger).exists()


def test_a_deleted_one_is_no_longer_visible_but_restorable(recommendation, member):
    delete_recommendation(recommendation=recommendation)

    assert not Recommendation.objects.visible_to(member).exists()
    assert list(Recommendation.objects.restorable_by(member)) == [recommendation]


def test_the_last_changed_comes_first(recommendation, member, first_version):
    newer = save_recommendation(
        owner=member, version=first_version, answers={}, title="Newer"
    )

    assert list(Recommendation.objects.visible_to(member)) == [newer, recommendation]


def test_a_list_reads_no_document(recommendation, member, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = Recommendation.objects.visible_to(member).with_version()
        assert [row.version.number for row in rows] == [1]


def test_its_version_cannot_go(recommendation, first_version):
    collector = type(first_version)._base_manager.filter(pk=first_version.pk)

    with pytest.raises(ProtectedError), transaction.atomic():
        collector.delete()


def test_the_database_refuses_one_without_a_title(recommendation):
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=recommendation.pk).update(title="")


def test_the_database_refuses_one_share_token_twice(recommendation, other_member):
    first = {"share_token": "t", "share_digest": "a"}
    Recommendation.objects.filter(pk=recommendation.pk).update(**first)
    other = save_recommendation(
        owner=other_member, version=recommendation.version, answers={}, title="Other"
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=other.pk).update(
            share_token="t", share_digest="b"
        )


def test_the_database_refuses_a_share_token_nobody_could_look_up(recommendation):
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=recommendation.pk).update(share_token="t")
