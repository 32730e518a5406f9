import pytest

from advisor.documents.catalogue import Catalogue
from advisor.verdicts import wording
from tests.advisor.small_document import (
    ANSWERS_BY_KIND,
    small_document,
    small_evaluation,
)

CATALOGUE = Catalogue(small_document())
FORBIDDEN = ("probability", "accuracy", "best framework", "100 %", "100 of 100", "!")


def sentence(kind):
    evaluation = small_evaluation(ANSWERS_BY_KIND[kind])
    assert evaluation["verdict"]["kind"] == kind
    return wording.sentence_for(evaluation, small_document())


@pytest.mark.parametrize(
    ("kind", "words"),
    {
        "clear": "Rock fits your answers better: ahead in about 95 of 100 variations "
        "of weights and debatable scores.",
        "leans": "Your answers lean to Rock, not clearly: ahead in about 70 of 100 "
        "variations of weights and debatable scores.",
        "too_close": "Too close to call between Paper and Rock: the one with more "
        "points stays ahead in only about 65 of 100 variations of weights and "
        "debatable scores.",
        "tie": "Paper and Rock tie: your answers give both the same total.",
        "only_one": "Only Paper meets what you said you need; Rock does not. "
        "This is not a comparison of strengths.",
        "none": "No framework in this comparison meets everything you said you need, "
        "so none is recommended.",
        "not_enough": "Nothing is answered yet, so there is nothing to choose between "
        "Paper and Rock by. One answer is enough to begin.",
    }.items(),
)
def test_each_kind_of_verdict_has_its_own_honest_sentence(kind, words):
    assert sentence(kind) == words


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_no_sentence_promises_what_the_numbers_do_not_say(kind):
    text = sentence(kind)

    assert not [word for word in FORBIDDEN if word in text]


@pytest.mark.parametrize(
    ("kind", "headline"),
    [
        ("clear", "Rock"),
        ("leans", "Leans to Rock"),
        ("too_close", "Too close to call"),
        ("tie", "A tie"),
        ("only_one", "Only Paper qualifies"),
        ("none", "None qualifies"),
        ("not_enough", "Not enough to say"),
    ],
)
def test_each_kind_of_verdict_has_its_headline(kind, headline):
    evaluation = small_evaluation(ANSWERS_BY_KIND[kind])

    assert wording.headline_for(evaluation, CATALOGUE) == headline


@pytest.mark.parametrize(
    ("worlds", "in_hundred"),
    [
        (0, 5),
        (20, 5),
        (523, 50),
        (524, 50),
        (525, 55),
        (660, 65),
        (975, 95),
        (1000, 95),
    ],
)
def test_frequencies_come_in_steps_of_five_and_never_reach_the_ends(worlds, in_hundred):
    assert wording.in_hundred(worlds) == in_hundred


def test_a_margin_too_small_to_mean_anything_is_not_explained_by_a_frequency():
    evaluation = small_evaluation(ANSWERS_BY_KIND["too_close"])
    evaluation["verdict"]["confidence"] = 700

    text = wording.sentence_for(evaluation, small_document())

    assert text.endswith("their totals differ by too little to mean anything.")


def test_with_more_than_two_the_leader_is_compared_with_the_others():
    evaluation = small_evaluation(ANSWERS_BY_KIND["clear"])
    evaluation["ranking"] = ["rock", "paper", "scissors"]

    text = wording.sentence_for(evaluation, small_document())

    assert text.startswith("Rock fits your answers better than the others:")


def test_names_stand_in_alphabetical_order():
    assert wording.names_of(["rock", "paper"], CATALOGUE) == "Paper and Rock"
    assert wording.joined(["a", "b", "c"]) == "a, b and c"


def test_a_rare_outcome_is_not_rounded_away():
    assert wording.share(1, 3000) == "fewer than 1"
    assert wording.share(0, 3000) == "0"
    assert wording.share(1500, 3000) == "50"


def test_signed_numbers_carry_a_real_minus_sign():
    assert [wording.signed(number) for number in (12, 0, -1200)] == [
        "+12",
        "0",
        "\u22121,200",
    ]
