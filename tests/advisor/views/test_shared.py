import re

import pytest
from django.test import Client

from advisor.models import Recommendation
from advisor.saved.actions import delete_recommendation, share_recommendation

NOTE = "Between us: <b>Ada</b> disagrees"


@pytest.fixture
def shared(saved):
    Recommendation.objects.filter(pk=saved.pk).update(note=NOTE)
    return share_recommendation(recommendation=saved)


def path_of(shared):
    return f"/advisor/shared/{shared.share_token}/"


def page_of(response):
    return response.content.decode()


def test_whoever_has_the_link_reads_the_result(shared):
    page = page_of(Client().get(path_of(shared)))

    assert "The heavy door" in page
    assert "Rock fits your answers better" in page
    assert f"/advisor/use/?ruleset={shared.version.number}&amp;use=hold" in page


def test_the_page_says_nothing_about_the_owner(shared, member):
    page = page_of(Client().get(path_of(shared)))

    for secret in (member.email, member.username, str(shared.pk), "Ada", "csrf"):
        assert secret not in page


def test_the_note_is_shown_only_when_its_owner_says_so(shared):
    share_recommendation(recommendation=shared, include_note=True)

    page = page_of(Client().get(path_of(shared)))

    assert "Between us: &lt;b&gt;Ada&lt;/b&gt; disagrees" in page


def test_the_page_has_no_cookie_no_session_and_is_kept_nowhere(shared):
    response = Client().get(path_of(shared))

    assert not response.cookies
    assert "Vary" not in response or "Cookie" not in response["Vary"]
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert 'name="robots" content="noindex"' in page_of(response)
    assert "ETag" not in response


def test_its_owner_reads_the_same_bytes_as_a_stranger(shared, member_client):
    mine = member_client.get(path_of(shared)).content

    assert mine == Client().get(path_of(shared)).content


def test_a_shared_page_can_only_be_read(shared):
    assert Client().post(path_of(shared)).status_code == 405
    assert Client().head(path_of(shared)).status_code == 200


def test_a_shared_page_needs_few_queries(shared, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        Client().get(path_of(shared))


def test_revoked_deleted_and_unknown_links_answer_alike(shared, member_client):
    old = path_of(shared)
    unknown = Client().get(f"/advisor/shared/{'x' * 43}/")
    member_client.post(f"/advisor/saved/{shared.pk}/share/", {"revoke": "yes"})
    revoked = Client().get(old)
    again = share_recommendation(recommendation=shared)
    delete_recommendation(recommendation=shared)
    deleted = Client().get(path_of(again))

    assert unknown.status_code == 404
    for gone in (revoked, deleted):
        assert gone.status_code == 404
        assert gone.content == unknown.content
        assert dict(gone.headers) == dict(unknown.headers)


@pytest.mark.parametrize("token", ["%00", "%ED%A0%80", "a%20b", "x" * 3_000, "%22"])
def test_any_text_in_place_of_a_token_is_not_found(client, shared, token):
    assert client.get(f"/advisor/shared/{token}/").status_code == 404


def test_the_owner_makes_a_link_changes_and_ends_it(saved, member_client):
    path = f"/advisor/saved/{saved.pk}/share/"
    assert "Make a link" in page_of(member_client.get(path))

    made = page_of(member_client.post(path, {}, follow=True))
    link = re.search(r"http://testserver(/advisor/shared/[\w-]{43}/)", made)[1]
    assert Client().get(link).status_code == 200

    with_note = page_of(member_client.post(path, {"include_note": "on"}, follow=True))
    assert link in with_note
    assert "checked>" in with_note
    assert "Shared by link" in page_of(member_client.get(f"/advisor/saved/{saved.pk}/"))

    ended = page_of(member_client.post(path, {"revoke": "yes"}, follow=True))
    assert link not in ended
    assert Client().get(link).status_code == 404


def test_reading_the_share_page_shares_nothing(saved, member_client):
    member_client.get(f"/advisor/saved/{saved.pk}/share/")

    assert Recommendation.objects.get().share_token is None
