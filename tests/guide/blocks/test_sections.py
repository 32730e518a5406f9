import pytest
from django.core.exceptions import ValidationError

from guide.blocks import SectionsBlock
from tests.guide.factories import text

pytestmark = pytest.mark.django_db


def cleaned(*sections):
    block = SectionsBlock()
    value = block.normalize(
        [
            (
                "section",
                {"heading": heading, "anchor": anchor, "content": [text("<p>x</p>")]},
            )
            for heading, anchor in sections
        ]
    )
    return block.clean(value)


def test_an_empty_anchor_is_made_from_the_heading():
    assert cleaned(("What they are", ""))[0].value["anchor"] == "what-they-are"


def test_two_sections_cannot_share_an_anchor():
    with pytest.raises(ValidationError) as refused:
        cleaned(("One", "same"), ("Two", "same"))
    assert "same" in str(refused.value.non_block_errors)


def test_an_anchor_is_a_slug():
    with pytest.raises(ValidationError):
        cleaned(("One", "not a slug"))


def test_a_heading_without_letters_needs_an_anchor_by_hand():
    with pytest.raises(ValidationError):
        cleaned(("!!!", ""))
