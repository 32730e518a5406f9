"""A collection kept for publishers: authors neither see nor change its files."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import APIToken, Collection, CollectionViewRestriction

from advisor.editing.roles import AUTHORS, PUBLISHERS
from tests.staff import make_staff


@pytest.fixture
def kept(db) -> Collection:
    """A collection inside the one that is kept for publishers."""
    outer = Collection.get_first_root_node().add_child(name="Board")
    restriction = CollectionViewRestriction.objects.create(
        collection=outer, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get(name=PUBLISHERS))
    return outer.add_child(name="Minutes")


def file_in(collection: Collection, title: str) -> Document:
    content = ContentFile(b"Words", name=f"{title}.txt")
    return Document.objects.create(title=title, collection=collection, file=content)


def patch(client, user, document, **changed):
    _, token = APIToken.create_token(user=user, name="Script")
    return client.patch(
        f"/api/content/documents/{document.pk}/",
        changed,
        content_type="application/json",
        headers={"authorization": f"Bearer {token}"},
    )


@pytest.mark.parametrize(
    ("group", "status", "title"),
    [(AUTHORS, 403, "Minutes"), (PUBLISHERS, 200, "Changed")],
)
def test_the_api_changes_a_kept_file_for_its_groups_alone(
    client, kept, group, status, title
):
    document = file_in(kept, "Minutes")

    answer = patch(client, make_staff(group), document, title="Changed")

    assert answer.status_code == status
    document.refresh_from_db()
    assert document.title == title


def test_an_author_goes_on_changing_files_elsewhere(client, kept):
    document = file_in(Collection.get_first_root_node(), "Plan")

    answer = patch(client, make_staff(AUTHORS), document, title="Changed")

    assert answer.status_code == 200


def test_an_author_cannot_move_a_file_into_a_kept_collection(client, kept):
    document = file_in(Collection.get_first_root_node(), "Plan")

    answer = patch(client, make_staff(AUTHORS), document, collection_id=kept.pk)

    document.refresh_from_db()
    assert (answer.status_code, document.collection.name) == (422, "Root")


def test_the_admin_shows_a_kept_file_to_its_groups_alone(author, publisher, kept):
    document = file_in(kept, "Minutes of May")
    listed = reverse("wagtaildocs:index")
    edit = reverse("wagtaildocs:edit", args=[document.pk])

    assert "Minutes of May" in publisher.get(listed).content.decode()
    assert publisher.get(edit).status_code == 200
    assert "Minutes of May" not in author.get(listed).content.decode()
    assert author.get(edit).status_code != 200


def test_a_publisher_may_move_a_file_into_it(client, kept):
    document = file_in(Collection.get_first_root_node(), "Plan")

    patch(client, make_staff(PUBLISHERS), document, collection_id=kept.pk)

    document.refresh_from_db()
    assert document.collection == kept


def test_an_operator_may_everything(administrator_client, kept):
    edit = reverse("wagtaildocs:edit", args=[file_in(kept, "Minutes").pk])

    assert administrator_client.get(edit).status_code == 200


def test_what_only_asks_for_signing_in_is_open_to_authors(author, db):
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(
        collection=members, restriction_type=CollectionViewRestriction.LOGIN
    )
    edit = reverse("wagtaildocs:edit", args=[file_in(members, "Rules").pk])

    assert author.get(edit).status_code == 200
