import copy

import pytest

from advisor.engine import digest_of
from advisor.models import RuleSetVersion
from advisor.rule_sets.version_history import version_rows
from tests.advisor.small_document import small_document


def version(number, document):
    return RuleSetVersion(number=number, document=document, digest=digest_of(document))


def changes(change):
    document = copy.deepcopy(small_document())
    change(document)
    newer, _ = version_rows(
        [version(2, document), version(1, small_document())], compared=5
    )
    return newer.changes


def more_weight(document):
    document["questions"][0]["options"][0]["points"]["weight"] = 7


def better_score(document):
    document["frameworks"][1]["scores"]["weight"]["best"] = 4


def other_text(document):
    document["questions"][0]["text"] = "What will it do?"


def fewer_questions(document):
    del document["questions"][3]


def other_order(document):
    document["questions"].reverse()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            more_weight,
            "Question “What is it for?”, answer “Holding a door”, points for “Weight”: "
            "6 became 7.",
        ),
        (
            better_score,
            "Framework “Paper”, score on “Weight”, most likely: 3 became 4.",
        ),
        (
            other_text,
            "Question “What will it do?”, text: “What is it for?” became “What will "
            "it do?”.",
        ),
        (fewer_questions, "Question “Is there a rule for it?”: taken out."),
        (other_order, "Questions: in another order."),
    ],
)
def test_a_change_is_told_in_the_words_people_read(change, sentence):
    assert changes(change) == (sentence,)


def test_the_first_version_has_nothing_to_be_compared_with():
    (only,) = version_rows([version(1, small_document())], compared=5)

    assert (only.known, only.changes) == (False, ())


def test_only_the_newest_versions_are_compared():
    document = small_document()
    more_weight(document := copy.deepcopy(document))
    rows = version_rows(
        [version(2, document), version(1, small_document())], compared=0
    )

    assert [row.known for row in rows] == [False, False]


def test_many_changes_are_cut_and_counted():
    def all_texts(document):
        for question in document["questions"]:
            for option in question["options"]:
                for number in range(6):
                    option[f"extra-{number}"] = "new"

    document = copy.deepcopy(small_document())
    all_texts(document)
    newer, _ = version_rows(
        [version(2, document), version(1, small_document())], compared=5
    )

    assert len(newer.changes) == 40
    assert newer.more == 10 * 6 - 40
