"""Changing the parts of a rule set of one's own, and what that does to the verdict."""

import pytest

from advisor.models import OwnRuleSet
from advisor.own_rule_sets.actions import keep_own_rule_set


@pytest.fixture
def own(member, small_version) -> OwnRuleSet:
    return keep_own_rule_set(
        owner=member,
        name="Ours",
        document=small_version.document,
        based_on=small_version,
    )


@pytest.fixture
def page(own) -> str:
    return f"/advisor/own/{own.pk}/"


WEIGHTS = {"points-weight": 2, "points-reach": 2, "points-price": 2}
ROCK = {
    "label": "Rock",
    "low-weight": 9, "best-weight": 9, "high-weight": 9,
    "low-reach": 2, "best-reach": 3, "high-reach": 5,
    "low-price": 5, "best-price": 5, "high-price": 5,
}  # fmt: skip


def framework(own, name):
    own.refresh_from_db()
    return next(row for row in own.document["frameworks"] if row["id"] == name)


def verdict(client, page, answers):
    return client.get(f"{page}verdict/", answers).content.decode()


def test_starting_points_change_the_verdict(member_client, own, page):
    response = member_client.post(
        f"{page}weights/?use=both", {**WEIGHTS, "points-reach": 20}
    )
    assert response["Location"] == f"{page}verdict/?use=both"
    text = member_client.get(response["Location"]).content.decode()
    assert "Paper fits your answers better" in text
    assert "the same answers give: A tie" in text
    assert "1 change</span>" in member_client.get(page).content.decode()


def test_a_wrong_number_is_named_and_kept(member_client, own, page):
    text = member_client.post(
        f"{page}weights/", {**WEIGHTS, "points-reach": "many", "points-price": -1}
    ).content.decode()
    assert text.count("Type a whole number from 0 to 1000.") == 4
    assert 'value="many"' in text
    assert 'value="-1"' in text
    assert '<a href="#id_points-reach">Reach</a>' in text


def test_points_that_could_go_negative_are_refused_in_words(member_client, own, page):
    text = member_client.post(
        f"{page}weights/", {**WEIGHTS, "points-price": 0}
    ).content.decode()
    own.refresh_from_db()
    assert "“Price”: answers can drive" in text
    assert "“How much may it cost?”, “Much”, “Price”" in text
    assert own.document["criteria"][2]["base_points"] == 2


def test_a_changed_score_loses_its_sources_and_gets_them_back(member_client, own, page):
    changed = {**ROCK, "low-weight": 1, "best-weight": 1, "high-weight": 2}
    member_client.post(f"{page}frameworks/rock/", changed)
    row = framework(own, "rock")
    assert row["scores"]["weight"] == {
        "low": 1, "best": 1, "high": 2, "rationale": "Your own score.",
    }  # fmt: skip
    assert row["scores"]["reach"]["grade"] == "C"
    member_client.post(f"{page}frameworks/rock/", ROCK)
    assert framework(own, "rock")["scores"]["weight"]["claims"] == ["heavy"]


def test_scores_out_of_order_are_named(member_client, own, page):
    text = member_client.post(
        f"{page}frameworks/rock/", {**ROCK, "low-weight": 10, "high-price": 11}
    ).content.decode()
    assert "Must not be below the lowest or above the highest score." in text
    assert "Type a whole number from 0 to 10." in text
    assert '<a href="#id_best-weight">Weight, most likely</a>' in text
    assert framework(own, "rock")["scores"]["weight"]["low"] == 9


def test_name_and_facts_can_be_changed(member_client, own, page):
    member_client.post(
        f"{page}frameworks/rock/", {**ROCK, "label": "Pumice", "fact-floats": "on"}
    )
    row = framework(own, "rock")
    assert row["label"] == "Pumice"
    assert row["facts"] == {"floats": True}
    assert "Pumice" in verdict(member_client, page, {"place": "water"})


def test_points_of_answers_can_be_changed(member_client, own, page):
    form = member_client.get(f"{page}questions/use/").context["form"]
    values = form.shown()
    assert values["points-hold:weight"] == 6
    values |= {"points-hold:weight": 0, "points-hold:reach": 9}
    member_client.post(f"{page}questions/use/", values)
    own.refresh_from_db()
    assert own.document["questions"][0]["options"][0]["points"] == {"reach": 9}
    assert "Paper fits your answers better" in verdict(
        member_client, page, {"use": "hold"}
    )


def test_a_candidate_can_be_added_scored_and_wins(member_client, own, page):
    response = member_client.post(
        f"{page}add/?use=both", {"label": "Wooden board", "like": "rock"}
    )
    assert response["Location"] == f"{page}frameworks/wooden-board/?use=both"
    row = framework(own, "wooden-board")
    assert row["facts"] == {"floats": False}
    assert row["scores"]["reach"] == {
        "low": 2, "best": 3, "high": 5, "rationale": "Your own score.",
    }  # fmt: skip
    best = {name: 10 for name in ROCK if name != "label"}
    response = member_client.post(
        response["Location"], {**best, "label": "Wooden board"}
    )
    text = member_client.get(response["Location"]).content.decode()
    assert "Wooden board fits your answers better than the others" in text


def test_a_candidate_of_which_nothing_is_known_may_be_anything(
    member_client, own, page
):
    member_client.post(f"{page}add/", {"label": "Glass", "id": "glass.2"})
    scores = framework(own, "glass.2")["scores"]
    assert all(
        (score["low"], score["best"], score["high"]) == (0, 5, 10)
        for score in scores.values()
    )


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"label": ""}, "This field is required."),
        ({"label": "Rock"}, "There is a candidate “rock” already."),
        ({"label": "石"}, "Type a short name of letters, digits and hyphens."),
        ({"label": "Wood", "id": "a b"}, "Type a short name"),
        ({"label": "Wood", "like": "nobody"}, "Select a valid choice."),
    ],
)
def test_a_wrong_candidate_is_refused(member_client, own, page, sent, said):
    text = member_client.post(f"{page}add/", sent).content.decode()
    own.refresh_from_db()
    assert said in text
    assert len(own.document["frameworks"]) == 2


def test_there_are_at_most_twelve_candidates(member_client, own, page):
    for number in range(11):
        response = member_client.post(f"{page}add/", {"label": f"Stone {number}"})
    own.refresh_from_db()
    assert "A rule set has at most 12 candidates." in response.content.decode()
    assert len(own.document["frameworks"]) == 12


def test_a_candidate_can_be_removed_but_not_the_last(member_client, own, page):
    text = member_client.get(f"{page}frameworks/paper/remove/").content.decode()
    assert "Remove Paper?" in text
    member_client.post(f"{page}frameworks/paper/remove/", {"sure": "1"})
    own.refresh_from_db()
    assert [row["id"] for row in own.document["frameworks"]] == ["rock"]
    text = member_client.post(
        f"{page}frameworks/rock/remove/", {"sure": "1"}
    ).content.decode()
    assert "must have 1 to 12 entries" in text
    assert framework(own, "rock")


@pytest.mark.parametrize("part", ["frameworks/stone/", "questions/why/"])
def test_a_part_that_does_not_exist_is_404(member_client, own, page, part):
    assert member_client.get(page + part).status_code == 404


def test_two_open_pages_lose_nothing_of_each_other(member_client, own, page):
    member_client.post(f"{page}weights/", {**WEIGHTS, "points-reach": 7})
    member_client.post(f"{page}frameworks/rock/", {**ROCK, "label": "Stone"})
    assert framework(own, "rock")["label"] == "Stone"
    assert own.document["criteria"][1]["base_points"] == 7
