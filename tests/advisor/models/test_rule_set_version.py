import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from advisor.engine import digest_of
from advisor.models import ImmutableVersionError, RuleSetVersion
from advisor.seeding.shipped_content import shipped_document


def frozen(rule_set, document, **more):
    return RuleSetVersion.objects.freeze(rule_set=rule_set, document=document, **more)


def test_the_first_version_is_the_shipped_rule_set(first_version):
    assert first_version.document == shipped_document()
    assert first_version.digest == digest_of(shipped_document())


def test_the_digest_does_not_depend_on_the_order_of_keys(document):
    backwards = dict(reversed(document.items()))

    assert digest_of(backwards) == digest_of(document)


def test_a_changed_document_gets_the_next_number(rule_set, document, administrator):
    document["title"] = "Another title"

    version = frozen(rule_set, document, published_by=administrator, note="A name.")

    assert (version.number, version.note) == (2, "A name.")
    assert RuleSetVersion.objects.current() == version


def test_the_same_document_again_makes_no_version(rule_set, document):
    assert frozen(rule_set, document).number == 1
    assert RuleSetVersion.objects.count() == 1


def test_going_back_to_an_old_document_is_a_new_version(rule_set, document):
    frozen(rule_set, {**document, "title": "Another title"})

    assert frozen(rule_set, document).number == 3


def test_a_version_keeps_the_outcomes_of_random_answers(first_version):
    assert sum(first_version.outcomes["kinds"].values()) == 3000


def test_a_version_cannot_be_saved_again(first_version):
    first_version.note = "Rewritten"

    with pytest.raises(ImmutableVersionError):
        first_version.save()


def test_a_version_cannot_be_deleted(first_version):
    with pytest.raises(ImmutableVersionError):
        first_version.delete()


def test_versions_cannot_be_changed_or_deleted_together(first_version):
    with pytest.raises(ImmutableVersionError):
        RuleSetVersion.objects.update(note="Rewritten")
    with pytest.raises(ImmutableVersionError):
        RuleSetVersion.objects.all().delete()


def test_the_rule_set_cannot_be_deleted_under_its_versions(rule_set):
    with pytest.raises(ProtectedError):
        rule_set.delete()


def test_the_database_refuses_a_number_twice(rule_set, document):
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSetVersion.objects.create(
            rule_set=rule_set, number=1, document=document, digest="sha256:x"
        )


def test_the_database_refuses_number_zero(rule_set, document):
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSetVersion.objects.create(
            rule_set=rule_set, number=0, document=document, digest="sha256:x"
        )


def test_a_version_outlives_the_account_that_published_it(
    rule_set, document, administrator
):
    version = frozen(
        rule_set, {**document, "title": "Mine"}, published_by=administrator
    )

    administrator.delete()

    assert RuleSetVersion.objects.get(pk=version.pk).published_by is None


def test_the_current_version_costs_one_query(first_version, django_assert_num_queries):
    assert RuleSetVersion.objects.current().rule_set_parsed.criteria

    with django_assert_num_queries(1):
        current = RuleSetVersion.objects.current()
        assert current.rule_set_parsed.criteria
        assert current.document["title"]
