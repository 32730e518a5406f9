import pytest

from advisor.documents.catalogue import Catalogue
from advisor.engine import Doubt, doubt
from advisor.verdicts.doubt import doubt_of, said
from tests.advisor.small_document import (
    ANSWERS_BY_KIND,
    small_document,
    small_evaluation,
)

CATALOGUE = Catalogue(small_document())


@pytest.mark.parametrize("kind", ["clear", "leans", "too_close"])
def test_the_figures_are_the_engines_in_steps_of_five(kind):
    answers = {"use": "hold"} if kind == "clear" else ANSWERS_BY_KIND[kind]
    split = doubt(CATALOGUE.rule_set, answers)

    rows = doubt_of(small_evaluation(answers), CATALOGUE).rows

    assert [row.label for row in rows] == [
        "Weights and scores together",
        "Only the weights",
        "Only the scores",
    ]
    for row, worlds in zip(
        rows[1:], (split.weights_only, split.scores_only), strict=True
    ):
        number = int(row.value_label.split()[1])
        assert abs(number * 10 - min(worlds, 950)) <= 25
        assert number % 5 == 0


@pytest.mark.parametrize("kind", ["tie", "only_one", "none", "not_enough"])
def test_without_a_frequency_there_is_nothing_to_split(kind):
    assert doubt_of(small_evaluation(ANSWERS_BY_KIND[kind]), CATALOGUE) is None


@pytest.mark.parametrize(
    ("weights", "scores", "words"),
    [
        (700, 950, "mostly from what matters how much to you"),
        (950, 700, "mostly from scores that are debatable"),
        (800, 830, "Neither adds clearly more doubt"),
        (1000, 1000, "Neither alone leaves much doubt"),
    ],
)
def test_the_larger_doubt_is_named(weights, scores, words):
    assert words in said(Doubt(weights_only=weights, scores_only=scores), "Rock")
