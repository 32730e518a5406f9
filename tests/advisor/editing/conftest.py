import copy

import pytest

from tests.advisor.editing.opened_parts import WORDS, at


@pytest.fixture
def better(document):
    """The document with one reason said in other words."""
    document = copy.deepcopy(document)
    document["questions"][0]["options"][0]["reason"] = WORDS
    return document


@pytest.fixture
def first(rule_set):
    """The address of the first question's form."""
    return at(rule_set, "questions", 0)
