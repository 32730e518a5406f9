import re
import uuid
from html import unescape

import pytest

from advisor.models import Recommendation
from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish
from tests.conftest import PASSWORD

NEW = "/advisor/saved/new/?use=hold&money=much"

pytestmark = pytest.mark.usefixtures("small_version")


def page_of(response):
    return response.content.decode()


def test_saving_keeps_answers_evaluation_and_version(member_client, small_version):
    response = member_client.post(NEW, {"title": "Door", "note": "Ask Ada"})
    saved = Recommendation.objects.get()

    assert response["Location"] == f"/advisor/saved/{saved.pk}/"
    assert (saved.title, saved.note) == ("Door", "Ask Ada")
    assert saved.answers == {"use": "hold", "money": "much"}
    assert saved.evaluation["margin"] == 42
    assert saved.version == small_version


def test_logging_in_on_the_way_loses_nothing(client, verified_member):
    to_login = client.get(NEW)
    credentials = {"login": "member", "password": PASSWORD}

    response = client.post(to_login["Location"], credentials)

    assert response["Location"] == NEW


def test_signing_up_and_verifying_on_the_way_loses_nothing(client, mailoutbox):
    to_login = client.get(NEW)["Location"]
    page = page_of(client.get(to_login))
    to_sign_up = unescape(re.search(r'href="(/account/signup/[^"]+)"', page)[1])
    client.post(to_sign_up, {"email": "new@example.org", "password1": PASSWORD})
    confirm = re.search(r"/account/confirm-email/\S+/", mailoutbox[0].body)[0]

    response = client.post(confirm)

    assert response["Location"] == NEW
    assert client.get(NEW).status_code == 200


def test_the_form_shows_what_will_be_saved(member_client):
    page = page_of(member_client.get(NEW))

    assert "Rock fits your answers better" in page
    assert "/advisor/result/?use=hold&amp;money=much" in page


def test_a_pinned_rule_set_is_the_one_that_is_saved(member_client, small_version):
    changed = small_document()
    changed["criteria"][0]["base_points"] = 9
    publish(changed)

    member_client.post(f"{NEW}&ruleset={small_version.number}", {"title": "Old"})

    assert Recommendation.objects.get().version == small_version


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"title": ""}, "Type a title"),
        ({"title": "   "}, "Type a title"),
        ({"title": "x" * 201}, "at most 200 characters"),
        ({"title": "a\x00b"}, "Null characters are not allowed"),
        ({"title": "ok", "note": "x" * 10_001}, "at most 10000 characters"),
        ({"title": "ok", "key": "no key"}, "Enter a valid UUID"),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed(
    member_client, sent, message
):
    response = member_client.post(NEW, {"note": "typed before", **sent})

    assert response.status_code == 200
    assert message in page_of(response)
    assert sent.get("note", "typed before")[:20] in page_of(response)
    assert not Recommendation.objects.exists()


def test_a_title_of_200_characters_is_kept_whole(member_client):
    member_client.post(NEW, {"title": "ä" * 200})

    assert "ä" * 200 in page_of(member_client.get("/advisor/saved/"))


def test_sending_the_form_twice_saves_once(member_client):
    sent = {"title": "Door", "key": str(uuid.uuid4())}

    first = member_client.post(NEW, sent)
    second = member_client.post(NEW, sent)

    assert first["Location"] == second["Location"]
    assert Recommendation.objects.count() == 1


def test_somebody_elses_key_is_no_way_to_their_result(saved, client, other_member):
    client.force_login(other_member)

    client.post(NEW, {"title": "Mine", "key": str(saved.pk)})

    assert Recommendation.objects.filter(owner=other_member).count() == 1
    assert Recommendation.objects.count() == 2


def test_without_answers_there_is_nothing_to_save(member_client):
    assert member_client.get("/advisor/saved/new/")["Location"] == "/advisor/"


def test_the_empty_list_says_how_to_begin(member_client):
    page = page_of(member_client.get("/advisor/saved/"))

    assert "Nothing saved yet" in page
    assert 'href="/advisor/"' in page


def test_the_list_shows_title_verdict_and_version(saved, member_client, small_version):
    page = page_of(member_client.get("/advisor/saved/"))

    assert "The heavy door" in page
    assert '<p class="saved-item__verdict">Rock</p>' in page
    assert f"rule set version {small_version.number}" in page


def test_a_long_list_has_pages_and_few_queries(
    saved, member_client, django_assert_max_num_queries
):
    for number in range(25):
        member_client.post(NEW, {"title": f"Door {number}"})

    with django_assert_max_num_queries(8):
        first = page_of(member_client.get("/advisor/saved/"))

    assert first.count('class="saved-item"') == 20
    second = page_of(member_client.get("/advisor/saved/?page=2"))
    assert second.count('class="saved-item"') == 6


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "9" * 5_000, "\x00"])
def test_a_page_that_does_not_exist_is_some_page(saved, member_client, number):
    assert member_client.get("/advisor/saved/", {"page": number}).status_code == 200


def test_the_detail_shows_the_stored_evaluation_for_ever(saved, member_client):
    before = page_of(member_client.get(f"/advisor/saved/{saved.pk}/"))
    changed = small_document()
    changed["criteria"][0]["base_points"] = 9
    changed["frameworks"][0] = {**changed["frameworks"][0], "label": "Stone"}
    publish(changed)

    after = page_of(member_client.get(f"/advisor/saved/{saved.pk}/"))

    assert after.split("<main")[1] == before.split("<main")[1]
    assert "Rock fits your answers better" in after


def test_links_from_a_saved_result_keep_its_rule_set(saved, member_client):
    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/"))

    assert f"/advisor/use/?ruleset={saved.version.number}&amp;use=hold" in page


def test_a_note_cannot_bring_markup_along(saved, member_client):
    note = "<script>alert(1)</script>\n\nsecond"
    member_client.post(f"/advisor/saved/{saved.pk}/edit/", {"title": "T", "note": note})

    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/"))

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_renaming_keeps_the_numbers(saved, member_client):
    evaluation = saved.evaluation

    response = member_client.post(
        f"/advisor/saved/{saved.pk}/edit/", {"title": "Renamed", "note": "why"}
    )
    saved.refresh_from_db()

    assert response.status_code == 302
    assert (saved.title, saved.note) == ("Renamed", "why")
    assert saved.evaluation == evaluation


def test_the_edit_form_begins_with_what_is_there(saved, member_client):
    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/edit/"))

    assert 'value="The heavy door"' in page


def test_deleting_asks_first_and_can_be_undone(saved, member_client):
    asked = page_of(member_client.get(f"/advisor/saved/{saved.pk}/delete/"))
    assert "Delete “The heavy door”?" in asked

    response = member_client.post(f"/advisor/saved/{saved.pk}/delete/", follow=True)
    assert "“The heavy door” is deleted" in page_of(response)
    assert member_client.get(f"/advisor/saved/{saved.pk}/").status_code == 404

    member_client.post(f"/advisor/saved/{saved.pk}/restore/")
    assert member_client.get(f"/advisor/saved/{saved.pk}/").status_code == 200


def test_an_undo_that_would_be_one_too_many_says_what_helps(
    saved, member_client, monkeypatch
):
    monkeypatch.setattr("advisor.saved.actions.recommendations.MOST_RECOMMENDATIONS", 1)
    member_client.post(f"/advisor/saved/{saved.pk}/delete/")
    member_client.post(NEW, {"title": "Another"})

    answer = member_client.post(f"/advisor/saved/{saved.pk}/restore/", follow=True)

    assert "Delete one you do not need any more. Then come back" in page_of(answer)
    assert f"/advisor/saved/{saved.pk}/restore/" in page_of(answer)
    assert Recommendation.objects.get(pk=saved.pk).deleted_at is not None


@pytest.mark.parametrize("key", ["", "x", "\x00", str(uuid.UUID(int=7))])
def test_an_undo_for_nothing_is_not_offered(saved, member_client, key):
    page = page_of(member_client.get("/advisor/saved/", {"deleted": key}))

    assert "Undo" not in page
