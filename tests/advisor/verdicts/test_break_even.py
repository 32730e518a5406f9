import re

from advisor.documents.catalogue import Catalogue
from advisor.engine import evaluate, parse_rule_set
from advisor.verdicts.break_even import break_evens_of
from tests.advisor.small_document import small_document, small_evaluation

CATALOGUE = Catalogue(small_document())


def found(answers):
    return break_evens_of(small_evaluation(answers), CATALOGUE)


def test_the_nearest_change_of_a_weight_stands_first():
    # Rock 88, Paper 52: 36 apart, 6 for each point of weight or of reach.
    shown = found({"use": "hold"})

    assert shown.summary == (
        "The nearest: “Reach” would have to weigh 6 points more, and Paper and Rock "
        "are level."
    )
    assert [row.label for row in shown.rows] == ["Reach", "Weight", "Price"]


def test_the_change_is_told_with_the_weight_before_and_after():
    weight = found({"use": "hold"}).rows[1].weight

    assert weight == ("6 points less (2 instead of 8): then Paper and Rock are level")


def test_a_criterion_on_which_both_are_equal_moves_nothing():
    price = found({"use": "hold"}).rows[2]

    assert price.weight == ""


def test_scores_are_told_with_the_score_in_force():
    weight = found({"use": "hold"}).rows[1]

    assert weight.scores == ("Paper 8 instead of 3", "Rock 4 instead of 9")


def test_taking_the_change_really_ends_the_lead():
    text = found({"use": "hold"}).rows[0].weight
    points = int(re.search(r"\((\d+) instead", text)[1])
    document = small_document()
    reach = document["criteria"][1]
    document["criteria"][1] = {**reach, "base_points": points}

    after = evaluate(parse_rule_set(document), {"use": "hold"})

    assert after.margin == 0


def test_where_nobody_is_ahead_of_anybody_there_is_none():
    for answers in ({}, {"use": "both"}, {"place": "water"}):
        assert found(answers) is None
