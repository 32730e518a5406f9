"""Every form that makes something makes one: double click, reload, back and again."""

import io
import json
import re
import uuid

import pytest
from wagtail.models import APIToken

from advisor.models import OwnRuleSet, Recommendation
from advisor.own_rule_sets.actions import keep_own_rule_set
from advisor.saved.actions import delete_recommendation
from tests.advisor.small_document import small_document

NEW = "/advisor/saved/new/?use=hold"
COPY = "/advisor/own/new/"
IMPORT = "/advisor/own/import/"
TOKENS = "/account/tokens/"

pytestmark = pytest.mark.usefixtures("small_version")


def key_in(response) -> str:
    return re.search(r'name="key" value="([^"]+)"', response.content.decode())[1]


@pytest.mark.parametrize("path", [NEW, COPY, IMPORT, TOKENS])
def test_every_form_shown_has_a_key_of_its_own(member_client, path):
    first, second = key_in(member_client.get(path)), key_in(member_client.get(path))
    assert uuid.UUID(first) != uuid.UUID(second)


@pytest.mark.parametrize(
    ("path", "sent", "made"),
    [
        (NEW, {"title": "Door"}, Recommendation),
        (COPY, {"name": "Mine"}, OwnRuleSet),
        (IMPORT, {"name": "Mine", "pasted": json.dumps(small_document())}, OwnRuleSet),
    ],
)
def test_sent_twice_it_makes_one_and_leads_to_it(member_client, path, sent, made):
    sent = {**sent, "key": key_in(member_client.get(path))}
    first = member_client.post(path, sent)
    second = member_client.post(path, sent)
    assert first.status_code == 302
    assert first["Location"] == second["Location"]
    assert made.objects.count() == 1


def test_two_tabs_make_two(member_client):
    for _ in range(2):
        sent = {"title": "Door", "key": key_in(member_client.get(NEW))}
        member_client.post(NEW, sent)
    assert Recommendation.objects.count() == 2


def test_back_and_other_words_asks_before_it_makes_another(member_client):
    key = key_in(member_client.get(NEW))
    member_client.post(NEW, {"title": "Door", "key": key})

    asked = member_client.post(NEW, {"title": "Window", "key": key})

    assert "sent before, with other words" in asked.content.decode()
    assert 'value="Window"' in asked.content.decode()
    assert Recommendation.objects.count() == 1
    again = member_client.post(NEW, {"title": "Window", "key": key_in(asked)})
    assert again.status_code == 302
    assert Recommendation.objects.count() == 2


def test_sent_again_after_deleting_brings_it_back(member_client):
    sent = {"title": "Door", "key": key_in(member_client.get(NEW))}
    first = member_client.post(NEW, sent)
    delete_recommendation(recommendation=Recommendation.objects.get())

    second = member_client.post(NEW, sent)

    assert second["Location"] == first["Location"]
    assert Recommendation.objects.get().deleted_at is None


def test_sent_again_after_deleting_with_no_room_says_what_helps(
    member_client, monkeypatch
):
    sent = {"title": "Door", "key": key_in(member_client.get(NEW))}
    member_client.post(NEW, sent)
    delete_recommendation(recommendation=Recommendation.objects.get())
    monkeypatch.setattr("advisor.saved.actions.recommendations.MOST_RECOMMENDATIONS", 0)

    again = member_client.post(NEW, sent, follow=True)

    assert "Delete one you do not need any more" in again.content.decode()
    assert Recommendation.objects.get().deleted_at is not None


def test_a_copy_that_was_erased_is_made_anew(member_client):
    sent = {"name": "Mine", "key": key_in(member_client.get(COPY))}
    member_client.post(COPY, sent)
    member_client.post(f"/advisor/own/{OwnRuleSet.objects.get().pk}/delete/")

    again = member_client.post(COPY, sent)

    assert member_client.get(again["Location"]).status_code == 200
    assert OwnRuleSet.objects.count() == 1


def test_a_refused_form_can_be_mended_and_sent(member_client):
    key = key_in(member_client.get(NEW))
    refused = member_client.post(NEW, {"title": "", "key": key})
    assert key_in(refused) == key
    assert member_client.post(NEW, {"title": "x", "key": key}).status_code == 302


def test_the_same_file_twice_is_one_import_another_file_is_asked_about(member_client):
    key = key_in(member_client.get(IMPORT))

    def upload(document):
        file = io.BytesIO(json.dumps(document).encode())
        file.name = "mine.json"
        sent = {"name": "Mine", "key": key, "upload": file}
        return member_client.post(IMPORT, sent)

    assert upload(small_document())["Location"] == upload(small_document())["Location"]
    changed = small_document()
    changed["criteria"][0]["base_points"] = 9
    asked = upload(changed).content.decode()
    assert "sent before, with other words" in asked
    assert OwnRuleSet.objects.count() == 1


def test_an_import_without_a_name_keeps_what_was_pasted(member_client):
    page = member_client.post(IMPORT, {"name": "", "pasted": '{"a": 1}'})
    assert "{&quot;a&quot;: 1}" in page.content.decode()


def test_a_candidate_is_added_once(member_client, member):
    own = keep_own_rule_set(owner=member, name="Ours", document=small_document())
    path = f"/advisor/own/{own.pk}/add/"
    page = member_client.get(path)
    shown = {**page.context["form"].shown(), "label": "Scissors", "id": "", "like": ""}
    sent = {k: v for k, v in shown.items() if v is not False} | {"key": key_in(page)}

    first = member_client.post(path, sent)
    second = member_client.post(path, sent)

    assert first["Location"] == second["Location"] != path
    own.refresh_from_db()
    assert sum(row["id"] == "scissors" for row in own.document["frameworks"]) == 1


def test_a_token_is_made_once_and_the_second_answer_says_what_happened(member_client):
    sent = {"name": "CI", "key": key_in(member_client.get(TOKENS))}
    first = member_client.post(TOKENS, sent).content.decode()
    second = member_client.post(TOKENS, sent).content.decode()

    text = re.search(r"data-copyable><code>([^<]+)<", first)[1]
    assert "Your form arrived twice; one token was made, “CI”." in second
    assert text not in second
    assert APIToken.objects.count() == 1


def test_somebody_elses_key_leads_nowhere(member_client, client, other_member):
    sent = {"title": "Door", "key": key_in(member_client.get(NEW))}
    first = member_client.post(NEW, sent)
    client.force_login(other_member)
    assert client.post(NEW, sent)["Location"] != first["Location"]
