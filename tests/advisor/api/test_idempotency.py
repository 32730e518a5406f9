"""Creating calls with an Idempotency-Key: asked again, made once."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import APIToken

from advisor.accounts.actions import create_api_token, delete_member
from advisor.models import KeptAnswer, Recommendation
from advisor.once.actions import KEPT_FOR
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db
PATH = "/api/v1/recommendations"
TOKENS = "/api/v1/me/tokens"
SHOP = {"title": "Shop", "answers": {}}


def post(caller, body, key, path=PATH):
    return caller.post(
        path, body, content_type="application/json", headers={"idempotency-key": key}
    )


def test_the_same_key_saves_once_and_answers_the_same_bytes(caller):
    first = post(caller, SHOP, "a-lost-answer")
    second = post(caller, SHOP, "a-lost-answer")
    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    assert first["ETag"] == second["ETag"]
    assert Recommendation.objects.count() == 1


def test_what_was_changed_meanwhile_does_not_change_the_answer(caller):
    first = post(caller, SHOP, "k")
    caller.delete(f"{PATH}/{first.json()['id']}")
    assert post(caller, SHOP, "k").content == first.content
    assert not Recommendation.objects.filter(deleted_at=None).exists()


def test_quotes_and_the_order_of_names_make_no_other_call(caller):
    first = post(caller, '{"title":"Shop","answers":{}}', '"k1"')
    second = post(caller, '{ "answers": {}, "title": "Shop" }', "k1")
    assert first.content == second.content


@pytest.mark.parametrize(
    ("body", "path"),
    [({**SHOP, "title": "Another"}, PATH), ({"name": "CI"}, TOKENS)],
)
def test_a_key_used_for_something_else_is_refused(caller, body, path):
    post(caller, SHOP, "k")
    assert places(post(caller, body, "k", path)) == ["header.Idempotency-Key"]
    assert Recommendation.objects.count() == 1


@pytest.mark.parametrize("key", ["", " ", "a b", "é", "x" * 191])
def test_an_unusable_key_is_named(caller, key):
    assert places(post(caller, SHOP, key)) == ["header.Idempotency-Key"]
    assert not Recommendation.objects.exists()


def test_a_refused_call_leaves_its_key_unused(caller):
    assert post(caller, {**SHOP, "title": ""}, "k").status_code == 422
    assert post(caller, {**SHOP, "answers": {"no-such": "x"}}, "k").status_code == 422
    assert post(caller, SHOP, "k").status_code == 201


def test_keys_are_a_members_own(caller, other_member):
    text = create_api_token(owner=other_member, name="Theirs")[1]
    theirs = Client(headers={"authorization": f"Bearer {text}"})
    assert post(caller, SHOP, "k").json()["id"] != post(theirs, SHOP, "k").json()["id"]


def test_a_key_is_forgotten_after_a_day(caller):
    first = post(caller, SHOP, "k").json()
    KeptAnswer.objects.update(made_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    assert post(caller, SHOP, "k").json()["id"] != first["id"]
    assert KeptAnswer.objects.count() == 1


def test_anybodys_next_key_sweeps_what_expired(caller, other_member):
    KeptAnswer.objects.create(
        owner=other_member, key="old", made_at=timezone.now() - 2 * KEPT_FOR
    )
    post(caller, SHOP, "k")
    assert [kept.key for kept in KeptAnswer.objects.all()] == ["api:k"]


def test_sharing_again_answers_the_same_link(caller, saved):
    path = f"{PATH}/{saved.pk}/share"
    first = post(caller, {"include_note": True}, "k", path)
    caller.delete(path)
    second = post(caller, {"include_note": True}, "k", path)
    assert first.status_code == 200
    assert first.content == second.content
    saved.refresh_from_db()
    assert saved.share_token is None


def test_a_token_is_made_once_and_its_text_never_said_again(caller):
    first = post(caller, {"name": "CI"}, "k", TOKENS)
    second = post(caller, {"name": "CI"}, "k", TOKENS)
    assert first.status_code == 201
    assert places(second, 409) == []
    assert first.json()["id"] in second.json()["detail"]
    assert first.json()["token"] not in second.content.decode()
    assert APIToken.objects.filter(name="CI").count() == 1


def test_the_text_of_a_token_is_not_kept(caller):
    text = post(caller, {"name": "CI"}, "k", TOKENS).json()["token"]
    assert text not in json.dumps(KeptAnswer.objects.get().answer)


def test_asking_again_is_not_one_too_many(caller, monkeypatch):
    monkeypatch.setattr("advisor.saved.actions.recommendations.MOST_RECOMMENDATIONS", 1)
    first = post(caller, SHOP, "k")
    assert post(caller, SHOP, "k").content == first.content
    assert places(post(caller, SHOP, "another"), 409) == []


def test_leaving_erases_kept_answers(caller, member):
    post(caller, SHOP, "k")
    delete_member(user=member)
    assert not KeptAnswer.objects.exists()
