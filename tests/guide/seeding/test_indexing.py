"""Many saves, one visit to each index, and nothing forgotten."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from guide.models import ArticlePage, Claim
from guide.seeding.indexing import indexed_once

pytestmark = pytest.mark.django_db
# How the search writes an entry: on SQLite, and on PostgreSQL.
WRITES = (
    'UPDATE "wagtailsearch_indexentry" SET "title" ',
    "INSERT INTO wagtailsearch_indexentry",
)


def rename(claim: Claim, statement: str) -> None:
    claim.statement = statement
    claim.save()


def found(words: str) -> list[Claim]:
    return list(Claim.objects.search(words))


def test_what_was_saved_is_found_when_it_is_over_and_not_before():
    claim = Claim.objects.all()[0]
    with indexed_once():
        rename(claim, "A zyzzyva is a weevil.")
        assert found("zyzzyva") == []
    assert found("zyzzyva") == [claim]


def test_what_was_saved_often_is_indexed_once():
    claim = Claim.objects.all()[0]
    with (
        CaptureQueriesContext(
            connection,
        ) as queries,
        indexed_once(),
    ):
        for _ in range(5):
            rename(claim, "A zyzzyva is a weevil.")
    written = [q for q in queries if q["sql"].strip().startswith(WRITES)]
    assert len(written) == 1


def test_references_are_traced_when_it_is_over():
    page = ArticlePage.objects.get(slug="flask-vs-django")
    known = set(
        ReferenceIndex.get_references_for_object(page).values_list(
            "to_object_id", "model_path"
        )
    )
    assert known
    ReferenceIndex.remove_for_object(page)
    with indexed_once():
        page.save()
        assert not ReferenceIndex.get_references_for_object(page).exists()
    assert (
        set(
            ReferenceIndex.get_references_for_object(page).values_list(
                "to_object_id", "model_path"
            )
        )
        == known
    )


def test_what_was_deleted_meanwhile_is_left_out():
    claim = Claim.objects.all()[0]
    with indexed_once():
        rename(claim, "A zyzzyva is a weevil.")
        Claim.objects.filter(pk=claim.pk).delete()
    assert found("zyzzyva") == []


def test_after_a_failure_saving_indexes_again():
    claim = Claim.objects.all()[0]
    with pytest.raises(RuntimeError), indexed_once():
        raise RuntimeError
    rename(claim, "A zyzzyva is a weevil.")
    assert found("zyzzyva") == [claim]
