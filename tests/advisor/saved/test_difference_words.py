"""Small rule sets: what a change of one of them is called."""

import copy

import pytest

from advisor.documents.catalogue import Catalogue
from advisor.engine import compare_evaluations, parse_rule_set
from advisor.saved.difference_words import words_for
from tests.advisor.small_document import small_document

ROCK, PAPER = 0, 1
HEAVY = {"use": "hold", "money": "much"}


def scored(framework, criterion, best):
    def change(document):
        score = document["frameworks"][framework]["scores"][criterion]
        score.update(low=best, best=best, high=best)

    return change


def words(change, answers, back=False):
    """What `change` does to the verdict on `answers`; `back` undoes it instead."""
    before, after = small_document(), copy.deepcopy(small_document())
    change(after)
    if back:
        before, after = after, before
    difference = compare_evaluations(
        parse_rule_set(before), parse_rule_set(after), answers
    )
    return words_for(difference, Catalogue(before), Catalogue(after))


def without_option(question, option):
    def change(document):
        for row in document["questions"]:
            if row["id"] == question:
                row["options"] = [o for o in row["options"] if o["id"] != option]

    return change


def test_a_verdict_that_holds_says_how_far_the_margin_fell_and_why():
    # Paper's weight rises from 3 to 4, times 2 + 6 + 1 points.
    found = words(scored(PAPER, "weight", 4), HEAVY)

    assert found.headline == "Still holds: Rock"
    assert found.sentence == (
        "The verdict holds; the margin fell from 42 to 33, "
        "because the score of Paper on Weight changed from 3 to 4."
    )


def test_another_verdict_says_which_and_by_how_much():
    found = words(scored(PAPER, "weight", 10), HEAVY)

    assert found.headline == "Would now be: Paper"
    assert found.sentence == (
        "The verdict would now be “Paper” instead of “Rock”; "
        "Rock was ahead by 42 and would now be 21 behind Paper, "
        "because the score of Paper on Weight changed from 3 to 10."
    )


def test_a_weaker_verdict_is_called_weaker_and_back_again_clearer():
    # 2 + 6 + 1 points on weight, and Rock is now 2 ahead there: 18 - 12 = 6.
    weaker = words(scored(PAPER, "weight", 7), HEAVY)
    clearer = words(scored(PAPER, "weight", 7), HEAVY, back=True)

    assert weaker.headline.startswith("Weaker: ")
    assert "the margin fell from 42 to 6" in weaker.sentence
    assert clearer.headline == "Still holds, more clearly: Rock"
    assert "the margin rose from 6 to 42" in clearer.sentence


def test_nothing_that_counts_changed():
    def relabel(document):
        document["title"] = "Another title"

    found = words(relabel, HEAVY)

    assert found.sentence == (
        "The verdict holds; the margin is still 42, "
        "because nothing that counts here changed."
    )


def test_an_answer_that_no_longer_exists_is_named():
    found = words(without_option("money", "much"), HEAVY)

    assert found.left_out == (
        "The newer rule set does not have your answer “Much” to “How much may it "
        "cost?”; it counts as open there.",
    )
    assert found.whole.endswith("it counts as open there.")


def test_when_no_answer_is_left_there_is_not_enough_to_say():
    found = words(without_option("use", "hold"), {"use": "hold"})

    assert found.headline == "Would now be: Not enough to say"


def points(document):
    document["questions"][0]["options"][0]["points"]["weight"] = 5


def base_points(document):
    document["criteria"][1]["base_points"] = 3


def new_criterion(document):
    document["criteria"].append({"id": "looks", "label": "Looks", "base_points": 1})
    for framework, best in zip(document["frameworks"], (9, 1), strict=True):
        framework["scores"]["looks"] = {"low": best, "best": best, "high": best}


def requirement(document):
    document["questions"][0]["options"][0]["requires"] = {"floats": False}


def fact(document):
    document["frameworks"][PAPER]["facts"]["floats"] = False


def limit(document):
    document["constants"] = {"clear": 999}


def wider(document):
    document["frameworks"][PAPER]["scores"]["weight"].update(low=0, high=10)


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (points, "the answer “Holding a door” gives Weight 5 points instead of 6"),
        (base_points, "Reach starts with 3 points instead of 2"),
        (new_criterion, "Looks is a new criterion"),
        (requirement, "the answer “Holding a door” asks for “Floats on water”: no"),
        (limit, "the limit for a clear verdict changed from 900 to 999"),
    ],
)
def test_every_kind_of_change_has_words(change, clause):
    found = words(change, {"use": "hold"})

    assert clause in found.sentence


def test_a_fact_that_changed_is_a_reason_where_an_answer_asks_for_it():
    found = words(fact, {"place": "deep"})

    assert "“Floats on water” of Paper is “no” instead of “yes”" in found.sentence


def test_a_new_rival_and_a_newcomer_are_named():
    def newcomer(document):
        scissors = copy.deepcopy(document["frameworks"][PAPER])
        scissors.update(id="scissors", label="Scissors")
        scissors["scores"]["weight"].update(low=8, best=8, high=8)
        document["frameworks"].append(scissors)

    found = words(newcomer, HEAVY)

    assert "the strongest rival is Scissors instead of Paper" in found.sentence


def test_many_changes_are_counted_not_listed():
    def everything(document):
        for criterion in ("weight", "reach", "price"):
            for framework in (ROCK, PAPER):
                best = document["frameworks"][framework]["scores"][criterion]["best"]
                scored(framework, criterion, best - 1)(document)

    assert "(and 3 other changes)" in words(everything, HEAVY).sentence


def test_labels_never_become_markup_here():
    def rename(document):
        document["frameworks"][PAPER]["label"] = "<b>Paper</b>"
        scored(PAPER, "weight", 4)(document)

    assert "score of <b>Paper</b> on" in words(rename, HEAVY).sentence
