"""Records to block values: through Markdown, slugs and Wagtail's own cleaning."""

from datetime import date

import pytest

from guide.block_values import block_value
from guide.blocks import ContentBlock, SectionBlock
from guide.blocks.listings import PartBlock
from guide.blocks.statements import TextBlock
from guide.content_files import ContentError
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db


def key_of(kind: str, slug: str, place: str) -> int:
    return make_claim(slug).pk


def text(**data):
    return block_value(TextBlock(), {"opinion": True, **data}, "page.toml", key_of)


def test_markdown_becomes_rich_text():
    value = text(text="A **bold** word and [a link](/guide/).")
    assert value["text"].source == (
        '<p>A <b>bold</b> word and <a href="/guide/">a link</a>.</p>'
    )


@pytest.mark.parametrize(
    "markdown", ["# Heading", "> quotation", "```\ncode\n```", "![x](https://e.org/x)"]
)
def test_what_the_field_does_not_allow_is_refused_with_its_place(markdown):
    with pytest.raises(ContentError, match=r"page\.toml\.text: not allowed"):
        text(text=markdown)


def test_html_is_text():
    assert "&lt;b&gt;" in text(text="<b>no</b>")["text"].source


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": 3}, r"page\.toml\.text: must be a str, not 3"),
        ({"text": "x", "txet": "y"}, r"page\.toml: unknown key 'txet'"),
        ({"text": "x", "claims": "a"}, r"page\.toml\.claims: must be a list"),
        ({"text": "x", "opinion": "no"}, r"page\.toml\.opinion: must be a bool"),
        ({"text": "x", "opinion": False}, r"page\.toml: Cite at least one claim"),
        ({}, r"page\.toml: text: This field is required"),
    ],
)
def test_wrong_data_is_refused_with_its_place(data, message):
    with pytest.raises(ContentError, match=message):
        text(**data)


def test_an_unknown_type_of_content_is_refused_with_its_number():
    with pytest.raises(ContentError, match=r"page\.toml\[0\]: unknown type 'txt'"):
        block_value(ContentBlock(), [{"type": "txt"}], "page.toml", key_of)


def test_a_deep_problem_names_its_way():
    data = {"heading": "H", "anchor": "h", "content": [{"type": "points", "points": [
        {"title": "Speed", "text": "Fast."}
    ]}]}  # fmt: skip
    with pytest.raises(ContentError, match="content: 0: points: 0: Point “Speed”"):
        block_value(SectionBlock(), data, "page.toml", key_of)


def test_a_date_becomes_a_date():
    data = {
        "name": "Part",
        "what": "A part.",
        "released_on": date(2026, 9, 1),
        "health": "active",
        "url": "https://example.org/",
        "opinion": True,
    }
    value = block_value(PartBlock(), data, "page.toml", key_of)
    assert value["released_on"] == date(2026, 9, 1)
