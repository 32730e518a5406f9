"""`POST /analyses` against sums, probabilities and searches done independently."""

from itertools import product
from math import comb

import pytest
from django.test import Client

from tests.advisor.api import own_documents as by_hand
from tests.advisor.small_document import small_document

PATH = "/api/v1/analyses"
SEEDS = range(12)
CHANCES = {"low": 0.3, "best": 0.4, "high": 0.3}


def analyse(document, answers, client=None):
    body = {"ruleset": document, "answers": answers}
    return (client or Client()).post(PATH, body, content_type="application/json")


def analysis(document, answers):
    response = analyse(document, answers)
    assert response.status_code == 200, response.content[:500]
    return response.json()


@pytest.fixture(scope="module", params=SEEDS)
def case(request):
    """A document, answers to it and what the API makes of them."""
    document = by_hand.random_document(request.param)
    answers = by_hand.random_answers(request.param, document)
    return document, answers, analysis(document, answers)


def test_points_and_totals_are_exact(case):
    document, answers, found = case
    assert found["points"] == by_hand.points_of(document, answers)
    assert found["totals"] == by_hand.totals_of(document, answers)
    assert found["total_points"] == sum(found["points"].values())


def test_the_ranking_holds_who_qualifies_and_the_margin_is_their_difference(case):
    document, answers, found = case
    totals = by_hand.totals_of(document, answers)
    able = by_hand.qualifying(document, answers)
    assert sorted(found["ranking"]) == sorted(able)
    ranked = [totals[name] for name in found["ranking"]]
    assert ranked == sorted(ranked, reverse=True)
    assert found["margin"] == (ranked[0] - ranked[1] if len(able) > 1 else None)


def test_contributions_are_exact_and_add_up(case):
    document, answers, found = case
    if len(found["ranking"]) < 2:
        assert found["margin_by_criterion"] == found["margin_by_answer"] == {}
        return
    scores = {row["id"]: row["scores"] for row in document["frameworks"]}
    ahead, behind = (scores[name] for name in found["ranking"][:2])
    gap = {c: ahead[c]["best"] - behind[c]["best"] for c in ahead}
    start = {row["id"]: row["base_points"] for row in document["criteria"]}
    parts = {"(start)": start} | {
        question: option["points"]
        for question, option in by_hand.chosen_options(document, answers).items()
    }
    assert found["margin_by_criterion"] == {
        c: number * gap[c] for c, number in found["points"].items()
    }
    assert found["margin_by_answer"] == {
        part: sum(number * gap[c] for c, number in points.items())
        for part, points in parts.items()
    }
    assert sum(found["margin_by_answer"].values()) == found["margin"]


def test_flips_equal_an_exhaustive_search(case):
    document, answers, found = case
    assert found["flips"] == by_hand.smallest_flips(document, answers)[:50]


def test_every_flip_holds_when_it_is_sent(case):
    document, answers, found = case
    for flip in found["flips"][:4]:
        after = analysis(document, answers | flip["changes"])
        assert after["ranking"][0] == flip["to"]
        assert after["margin"] is None or after["margin"] > 0


def beta_above(a: int, b: int, x: float) -> float:
    """P(Beta(a, b) > x): fewer than a of a + b - 1 trials succeed."""
    trials = a + b - 1
    return sum(comb(trials, k) * x**k * (1 - x) ** (trials - k) for k in range(a))


def chance_ahead(a: int, b: int, on_first: int, on_second: int) -> float:
    """P(w on_first + (1 - w) on_second > 0), ties half, w being Beta(a, b)."""
    if on_first == on_second == 0:
        return 0.5
    if on_first >= 0 and on_second >= 0:
        return 1.0
    if on_first <= 0 and on_second <= 0:
        return 0.0
    above = beta_above(a, b, -on_second / (on_first - on_second))
    return above if on_first > 0 else 1 - above


@pytest.mark.parametrize("seed", range(16))
def test_wins_are_within_0035_of_the_exact_probabilities(seed):
    document = by_hand.random_document(seed, criteria=2)
    answers = by_hand.random_answers(seed, document)
    found = analysis(document, answers)
    scores = {row["id"]: row["scores"] for row in document["frameworks"]}
    weights = (found["points"]["c0"], found["points"]["c1"])
    for name, rivals in found["wins"].items():
        for rival, worlds in rivals.items():
            exact = 0.0
            for parts in product(CHANCES, repeat=4):
                chance = 1.0
                for part in parts:
                    chance *= CHANCES[part]
                gaps = (
                    scores[name]["c0"][parts[0]] - scores[rival]["c0"][parts[1]],
                    scores[name]["c1"][parts[2]] - scores[rival]["c1"][parts[3]],
                )
                exact += chance * chance_ahead(*weights, *gaps)
            assert abs(worlds / 1000 - exact) <= 0.035, (name, rival)


def test_the_published_document_gives_the_published_evaluation(db, first_version):
    question = first_version.document["questions"][0]
    answers = {question["id"]: question["options"][0]["id"]}
    published = Client().post(
        "/api/v1/evaluations", {"answers": answers}, content_type="application/json"
    )
    own = analysis(first_version.document, answers)
    assert own.pop("ruleset") == {"version": None, "digest": first_version.digest}
    expected = published.json()
    expected.pop("ruleset")
    assert own == expected


def test_the_sentence_uses_labels_and_ids_where_there_are_none():
    document = small_document()
    sentence = analysis(document, {"use": "hold"})["verdict"]["sentence"]
    assert sentence.startswith("Rock fits your answers better")
    bare = [{**row, "label": odd} for row, odd in zip(
        document["frameworks"], (["a", {"list": 1}], 7), strict=True
    )]  # fmt: skip
    sentence = analysis({**document, "frameworks": bare}, {"use": "hold"})["verdict"][
        "sentence"
    ]
    assert sentence.startswith("rock fits your answers better")


def test_facts_may_be_numbers_and_texts():
    document = small_document()
    rock, paper = ({**row, "facts": {}} for row in document["frameworks"])
    rock["facts"], paper["facts"] = {"python": "3.9"}, {"python": "3.12"}
    document["frameworks"] = [rock, paper]
    document["questions"] = [
        {"id": "q", "options": [{"id": "new", "requires": {"python": "3.12"}}]}
    ]
    found = analysis(document, {"q": "new"})
    assert found["ranking"] == ["paper"]
    assert found["ruled_out"] == [
        {"framework": "rock", "fact": "python", "needs": "3.12", "has": "3.9",
         "question": "q", "option": "new"}
    ]  # fmt: skip


def test_anybody_may_ask_nothing_is_read_written_or_set():
    response = analyse(small_document(), {"use": "hold"})
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_order_of_keys_changes_no_byte():
    document = small_document()
    turned = dict(reversed(document.items()))
    answers = {"use": "hold", "money": "much"}
    other = dict(reversed(answers.items()))
    assert analyse(document, answers).content == analyse(turned, other).content
