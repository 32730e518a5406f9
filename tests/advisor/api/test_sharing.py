import pytest
from django.test import Client

from advisor.models import Recommendation
from advisor.saved.actions import delete_recommendation, share_recommendation
from tests.advisor.api.problems import places

PATH = "/api/v1/recommendations"


def share(caller, saved, body=""):
    path = f"{PATH}/{saved.pk}/share"
    return caller.post(path, body, content_type="application/json")


def shared_path(url):
    return f"/api/v1/shared/{url.rstrip('/').rpartition('/')[2]}"


def test_sharing_gives_a_link_the_recommendation_carries_too(caller, saved):
    body = share(caller, saved).json()

    assert body["include_note"] is False
    assert body["share_url"].startswith("http://testserver/advisor/shared/")
    read = caller.get(f"{PATH}/{saved.pk}").json()
    assert read["share_url"] == body["share_url"]


def test_one_that_is_not_shared_has_no_link(caller, saved):
    assert caller.get(f"{PATH}/{saved.pk}").json()["share_url"] is None


def test_the_shared_one_has_no_id_no_owner_and_no_note(caller, saved, member):
    Recommendation.objects.filter(pk=saved.pk).update(note="Private")
    url = share(caller, saved).json()["share_url"]

    response = Client().get(shared_path(url))

    body = response.json()
    assert set(body) == {
        "title", "note", "answers", "evaluation", "ruleset", "created_at"
    }  # fmt: skip
    assert body["note"] is None
    assert body["evaluation"] == saved.evaluation
    for secret in ("Private", str(saved.pk), member.email, member.username):
        assert secret not in response.content.decode()


def test_the_note_is_there_when_its_owner_says_so(caller, saved):
    Recommendation.objects.filter(pk=saved.pk).update(note="For you")
    url = share(caller, saved, {"include_note": True}).json()["share_url"]

    assert Client().get(shared_path(url)).json()["note"] == "For you"


def test_what_is_shared_is_kept_by_no_cache_and_sets_no_cookie(caller, saved):
    url = share(caller, saved).json()["share_url"]

    response = Client().get(shared_path(url))

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_revoked_deleted_and_unknown_tokens_are_the_same_404(caller, saved):
    path = shared_path(share(caller, saved).json()["share_url"])
    assert caller.delete(f"{PATH}/{saved.pk}/share").status_code == 204
    revoked = Client().get(path)
    second = share_recommendation(recommendation=saved)
    delete_recommendation(recommendation=saved)
    deleted = Client().get(f"/api/v1/shared/{second.share_token}")
    unknown = Client().get(f"/api/v1/shared/{'x' * 43}")

    assert places(unknown, 404) == []
    assert unknown.content == revoked.content == deleted.content
    assert dict(unknown.headers) == dict(revoked.headers) == dict(deleted.headers)


def test_a_new_link_differs(caller, saved):
    first = share(caller, saved).json()["share_url"]
    caller.delete(f"{PATH}/{saved.pk}/share")

    assert share(caller, saved).json()["share_url"] != first


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"include_note": "yes"}, "body.include_note"),
        ({"include_note": 1}, "body.include_note"),
        ({"include_note": None}, "body.include_note"),
        ({"note": True}, "body.note"),
        ("[]", "body"),
    ],
)
def test_a_wrong_body_is_named_and_shares_nothing(caller, saved, body, place):
    assert places(share(caller, saved, body)) == [place]
    assert Recommendation.objects.get(pk=saved.pk).share_token is None


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_nobody_shares_what_is_not_theirs(caller, saved, theirs, method):
    shared = share_recommendation(recommendation=theirs)
    path = f"{PATH}/{theirs.pk}/share"

    assert places(caller.generic(method, path, "{}", "application/json"), 404) == []
    anonymous = Client().generic(method, path, "{}", "application/json")
    assert places(anonymous, 401) == []
    kept = Recommendation.objects.get(pk=theirs.pk)
    assert (kept.share_token, kept.share_includes_note) == (shared.share_token, False)
