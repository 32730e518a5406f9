"""The words of a document that pages show: whatever is wrong with them is named."""

import pytest

from advisor.own_rule_sets.words import word_problems
from tests.advisor.small_document import small_document


def changed(kind: str, **words) -> dict:
    document = small_document()
    first, *rest = document[kind]
    return {**document, kind: [{**first, **words}, *rest]}


def scored(**words) -> dict:
    weight = {"low": 9, "best": 9, "high": 9, **words}
    rock = small_document()["frameworks"][0]
    return changed("frameworks", scores={**rock["scores"], "weight": weight})


def test_the_small_document_has_none():
    assert list(word_problems(small_document())) == []


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (changed("criteria", label=None), "criteria[0].label"),
        (changed("criteria", family=[]), "criteria[0].family"),
        (changed("facts", label=1), "facts[0].label"),
        ({**small_document(), "facts": [{"id": "floats"}]}, "facts[0].label"),
        ({**small_document(), "facts": {"floats": "Floats"}}, "facts"),
        (changed("frameworks", label={}), "frameworks[0].label"),
        (scored(rationale=3), "frameworks[0].scores.weight.rationale"),
        (scored(checked_on="yesterday"), "frameworks[0].scores.weight.checked_on"),
        (scored(checked_on=20261122), "frameworks[0].scores.weight.checked_on"),
        (scored(claims="heavy"), "frameworks[0].scores.weight.claims"),
        (scored(claims=[1]), "frameworks[0].scores.weight.claims"),
        (changed("questions", text=5), "questions[0].text"),
        (
            changed("questions", options=[{"id": "hold", "label": False}]),
            "questions[0].options[0].label",
        ),
        ({**small_document(), "title": ["a"]}, "title"),
        ({**small_document(), "extra": {"deep": ["a\x00"]}}, "document"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_word_is_named_by_its_place(document, place):
    assert [problem.path for problem in word_problems(document)] == [place]
