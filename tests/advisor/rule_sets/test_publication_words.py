import pytest

from advisor.rule_sets.publication_words import Obstacle, field_errors, place_in_words

DOCUMENT = {
    "criteria": [{"id": "tools"}, {"id": ""}],
    "frameworks": [{"id": "rock", "scores": {"tools": {"low": 1}}}],
    "questions": [{"id": "use", "options": [{"id": "hold", "points": {}}]}],
    "constants": {"clear": 1},
}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "The rule set"),
        ("criteria[0].base_points", "Criterion 'tools', base points"),
        ("criteria[1].id", "Criterion number 2, id"),
        ("frameworks[0].scores.tools.low", "Framework 'rock', score on 'tools', low"),
        (
            "questions[0].options[0].points.tols",
            "Question 'use', option 'hold', points for 'tols'",
        ),
        ("questions[7].id", "Question number 8, id"),
        ("constants.clear", "Constants, clear"),
        ("questions", "Question"),
    ],
)
def test_a_path_is_said_in_words(path, words):
    assert place_in_words(path, DOCUMENT) == words


def test_errors_are_shown_at_their_rows_and_keep_every_word():
    errors = field_errors(
        [
            Obstacle("questions", 2, "first"),
            Obstacle("questions", 2, "second"),
            Obstacle("questions", None, "third"),
            Obstacle("", None, "fourth"),
        ]
    )

    shown = errors["questions"].as_json_data()
    assert shown["blockErrors"] == {2: {"messages": ["first", "second"]}}
    assert shown["messages"] == ["third"]
    assert errors["questions"].messages == ["first\nsecond\nthird"]
    assert errors["__all__"].messages == ["fourth"]
