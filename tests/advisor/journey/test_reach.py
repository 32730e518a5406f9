from itertools import product

import pytest

from advisor.documents.catalogue import Catalogue
from advisor.journey.reach import reach_of, ruled_out_by
from tests.advisor.small_document import QUESTIONS, small_document, small_evaluation

CATALOGUE = Catalogue(small_document())
EVERY_ANSWER_SET = [
    {key: chosen for key, chosen in zip(ids, combination, strict=True) if chosen}
    for ids in [[question["id"] for question in QUESTIONS]]
    for combination in product(
        *([None, *(row["id"] for row in q["options"])] for q in QUESTIONS)
    )
]


def leaders(evaluation):
    totals = {name: evaluation["totals"][name] for name in evaluation["ranking"]}
    return {name for name, total in totals.items() if total == max(totals.values())}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_a_question_reaches_as_far_as_trying_every_option_says(question):
    for answers in EVERY_ANSWER_SET:
        if question["id"] in answers:
            continue
        evaluation = small_evaluation(answers)
        tried = any(
            leaders(small_evaluation({**answers, question["id"]: option["id"]}))
            != leaders(evaluation)
            for option in question["options"]
        )

        assert (question["id"] in reach_of(CATALOGUE, answers).alone) == tried


def test_it_is_settled_exactly_where_no_question_reaches_anything():
    for answers in EVERY_ANSWER_SET:
        settled = small_evaluation(answers)["settled"]

        assert settled is (reach_of(CATALOGUE, answers).could == ())


def test_an_option_rules_out_whoever_lacks_what_it_needs():
    water = CATALOGUE.option("place", "water")

    assert list(ruled_out_by(CATALOGUE, water)) == ["rock"]
