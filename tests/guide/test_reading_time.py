import pytest

from tests.guide.factories import make_article, section, text

pytestmark = pytest.mark.django_db


def minutes(words: int) -> int:
    body = text(f"<p>{'word ' * words}</p>")
    return make_article(sections=[section("H", body)]).reading_minutes


def test_220_words_take_a_minute():
    assert minutes(219) == 1  # and the heading
    assert minutes(220) == 2


def test_an_empty_page_still_takes_a_minute():
    assert make_article().reading_minutes == 1


def test_addresses_anchors_and_choices_are_not_words():
    callout = ("callout", {"kind": "opinion", "title": "", "text": "", "claims": []})
    page = make_article(sections=[section("H", *[callout] * 300, anchor="a" * 50)])
    assert page.reading_minutes == 1
