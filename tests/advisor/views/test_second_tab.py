"""Two tabs with one form: the second is told, and loses nothing."""

import re
from html import unescape

import pytest

from advisor.models import OwnRuleSet, Recommendation
from advisor.own_rule_sets.actions import (
    change_own_rule_set,
    keep_own_rule_set,
    rename_own_rule_set,
)
from advisor.own_rule_sets.edits import set_base_points
from advisor.saved.actions import delete_recommendation, update_recommendation


@pytest.fixture
def edit(saved) -> str:
    return f"/advisor/saved/{saved.pk}/edit/"


@pytest.fixture
def own(member, small_version) -> OwnRuleSet:
    return keep_own_rule_set(owner=member, name="Ours", document=small_version.document)


def opened(client, path) -> dict[str, str]:
    """The hidden fields of the form as a browser would send them."""
    page = client.get(path).content.decode()
    fields = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', page)
    return {n: unescape(v) for n, v in fields if n != "csrfmiddlewaretoken"}


def test_the_second_tab_sees_both_texts_and_nothing_is_overwritten(
    saved, member_client, edit
):
    tab = opened(member_client, edit)
    update_recommendation(
        recommendation=saved, title="From tab one", note="Ada says so"
    )

    response = member_client.post(
        edit, {**tab, "title": "From tab two", "note": "Bob <b>does</b>"}
    )

    page = response.content.decode()
    assert response.status_code == 409
    assert "This was changed while your form was open" in page
    for text in ("From tab one", "Ada says so", "From tab two"):
        assert f"<dd>{text}</dd>" in page
    assert page.count("Bob &lt;b&gt;does&lt;/b&gt;") == 2
    assert Recommendation.objects.get().title == "From tab one"


def test_sending_the_conflict_page_replaces_what_was_saved(saved, member_client, edit):
    tab = opened(member_client, edit)
    update_recommendation(recommendation=saved, title="From tab one")
    page = member_client.post(edit, {**tab, "title": "Mine"}).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)[1]

    response = member_client.post(edit, {"title": "Mine", "version": version})

    assert response.status_code == 302
    assert Recommendation.objects.get().title == "Mine"


def test_a_third_change_is_noticed_from_the_conflict_page_too(
    saved, member_client, edit
):
    tab = opened(member_client, edit)
    update_recommendation(recommendation=saved, title="One")
    page = member_client.post(edit, {**tab, "title": "Mine"}).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    update_recommendation(recommendation=saved, title="Three")

    response = member_client.post(edit, {"title": "Mine", "version": version})

    assert response.status_code == 409
    assert "<dd>Three</dd>" in response.content.decode()


def test_the_same_words_twice_are_no_conflict(saved, member_client, edit):
    tab = {**opened(member_client, edit), "title": "Double click"}
    assert member_client.post(edit, tab).status_code == 302
    assert member_client.post(edit, tab).status_code == 302


def test_what_was_deleted_meanwhile_can_be_brought_back_with_what_was_typed(
    saved, member_client, edit
):
    tab = {**opened(member_client, edit), "title": "Long work"}
    delete_recommendation(recommendation=saved)

    response = member_client.post(edit, tab)
    page = response.content.decode()
    assert response.status_code == 409
    assert "This was deleted while your form was open" in page
    assert 'value="Long work"' in page
    assert Recommendation.objects.get().deleted_at is not None

    member_client.post(edit, {"title": "Long work", "restore": "yes"})
    assert Recommendation.objects.get().title == "Long work"
    assert Recommendation.objects.get().deleted_at is None


@pytest.mark.parametrize("version", ["x", "-1", "9" * 150, "1.0", "²"])
def test_a_version_nobody_was_shown_is_a_conflict_not_an_error(
    saved, member_client, edit, version
):
    response = member_client.post(edit, {"title": "Mine", "version": version})
    assert response.status_code == 409
    assert Recommendation.objects.get().title == saved.title


def test_another_member_sees_nothing_of_it(saved, client, other_member, edit):
    client.force_login(other_member)
    assert client.post(edit, {"title": "x", "restore": "yes"}).status_code == 404


def points(number):
    names = ("weight", "reach", "price")
    return {f"points-{name}": 2 for name in names} | {"points-weight": number}


def test_a_part_changed_in_another_tab_is_a_conflict(member_client, own):
    page = f"/advisor/own/{own.pk}/weights/"
    tab = opened(member_client, page)
    change_own_rule_set(own=own, change=lambda d: set_base_points(d, {"weight": 7}))

    response = member_client.post(page, {**tab, **points(9)})
    own.refresh_from_db()

    assert response.status_code == 409
    page_text = response.content.decode()
    assert "<dd>7</dd>" in page_text
    assert "<dd>9</dd>" in page_text
    assert own.document["criteria"][0]["base_points"] == 7

    again = re.search(r'name="version" value="(\w+)"', response.content.decode())[1]
    assert member_client.post(page, {"version": again, **points(9)}).status_code == 302
    own.refresh_from_db()
    assert own.document["criteria"][0]["base_points"] == 9


def test_another_part_changed_meanwhile_is_none(member_client, own):
    page = f"/advisor/own/{own.pk}/questions/use/"
    tab = opened(member_client, page)
    shown = member_client.get(page).context["form"].shown()
    change_own_rule_set(own=own, change=lambda d: set_base_points(d, {"weight": 7}))
    assert member_client.post(page, {**tab, **shown}).status_code == 302
    own.refresh_from_db()
    assert own.document["criteria"][0]["base_points"] == 7


def test_two_names_for_one_rule_set_are_a_conflict(member_client, own):
    page = f"/advisor/own/{own.pk}/rename/"
    tab = opened(member_client, page)
    rename_own_rule_set(own=own, name="Tab one")

    response = member_client.post(page, {**tab, "name": "Tab two"})

    assert response.status_code == 409
    assert "<dd>Tab one</dd>" in response.content.decode()
    assert "<dd>Tab two</dd>" in response.content.decode()
    assert OwnRuleSet.objects.get().name == "Tab one"
