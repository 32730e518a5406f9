import pytest
from django.core.exceptions import ValidationError

from guide.plain_text import one_line, paragraphs


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Our  site ", "Our site"),
        ("a\x00b", "ab"),
        ("a\x07b\x1b[31m", "ab[31m"),
        ("two\r\nlines", "two lines"),
        ("Grüße 👩‍💻", "Grüße 👩‍💻"),
        ("pay\u202eelgoog\u200b here", "payelgoog here"),
    ],
)
def test_a_title_is_one_readable_line(typed, kept):
    assert one_line(typed, field="title", most=200) == kept


def test_a_note_keeps_its_lines():
    assert paragraphs(" a\r\nb\x00\tc ", field="note", most=20) == "a\nb\tc"


def test_a_note_may_be_empty():
    assert paragraphs("", field="note", most=20) == ""


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "a\ud800", "x" * 11, None, 5])
def test_what_cannot_be_a_title_is_refused_by_name(typed):
    with pytest.raises(ValidationError) as refusal:
        one_line(typed, field="title", most=10)

    assert list(refusal.value.message_dict) == ["title"]
