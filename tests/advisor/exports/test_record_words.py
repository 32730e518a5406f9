import pytest

from advisor.exports.record_words import numbers


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([1], "1"),
        ([2, 1], "1 and 2"),
        ([1, 2, 3], "1–3"),
        ([7, 1, 2, 3, 9, 10], "1–3, 7, 9 and 10"),
        ([1, 31, 32], "1, 31 and 32"),
    ],
)
def test_evidence_numbers_are_drawn_together(values, words):
    assert numbers(values) == words
