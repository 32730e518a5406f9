"""What holds for every page that belongs to one person."""

import uuid

import pytest

PRIVATE = [
    "/advisor/saved/",
    "/advisor/saved/new/?use=hold",
    "/advisor/saved/{id}/",
    "/advisor/saved/{id}/edit/",
    "/advisor/saved/{id}/delete/",
    "/advisor/saved/{id}/share/",
    "/advisor/saved/{id}/rerun/",
    "/advisor/saved/notices/",
    "/advisor/compare/",
    "/advisor/compare/?left={id}&right={id}",
    "/account/",
    "/account/tokens/",
    "/account/export/",
    "/account/delete/",
]
OF_ONE_RESULT = [path for path in PRIVATE if "{id}" in path]


@pytest.mark.parametrize("path", PRIVATE)
def test_an_owner_sees_it_and_no_cache_keeps_it(saved, member_client, path):
    response = member_client.get(path.format(id=saved.pk))

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", PRIVATE)
def test_a_stranger_is_asked_to_log_in(saved, client, path):
    client.logout()
    response = client.get(path.format(id=saved.pk))

    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/?next=")
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", OF_ONE_RESULT)
def test_what_belongs_to_another_member_does_not_exist(
    saved, client, other_member, path
):
    client.force_login(other_member)

    assert client.get(path.format(id=saved.pk)).status_code == 404
    assert client.get(path.format(id=uuid.uuid4())).status_code == 404


@pytest.mark.parametrize("action", ["edit", "delete", "restore", "share"])
def test_nobody_else_can_change_it(saved, client, other_member, action):
    client.force_login(other_member)

    response = client.post(f"/advisor/saved/{saved.pk}/{action}/", {"title": "Mine"})
    saved.refresh_from_db()

    assert response.status_code == 404
    assert saved.title == "The heavy door"
    assert saved.deleted_at is None
    assert saved.share_token is None


@pytest.mark.parametrize("path", PRIVATE)
def test_a_private_page_needs_few_queries(
    saved, member_client, path, django_assert_max_num_queries
):
    # The export reads each kind of thing kept about a person, once.
    limit = 24 if path == "/account/export/" else 12
    with django_assert_max_num_queries(limit):
        member_client.get(path.format(id=saved.pk))
