import inspect
import re

import pytest
from wagtail.blocks import ListBlock, StructBlock

from advisor import blocks
from advisor.blocks.criteria import AnchorsBlock
from advisor.models import RuleSet

CLASSES = [
    AnchorsBlock,
    *(block for _, block in inspect.getmembers(blocks, inspect.isclass)),
]
each_block = pytest.mark.parametrize("block", CLASSES, ids=lambda block: block.__name__)


@each_block
def test_a_block_has_a_template_of_its_own_name(block):
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", block.__name__).lower()

    assert issubclass(block, StructBlock)
    assert block().meta.template == f"advisor/blocks/{name}.html"


@each_block
def test_a_preview_shows_the_words_of_its_example(db, block):
    made = block()
    value = made.get_preview_value()
    shown = made.render(value)

    words = [value[name] for name in ("label", "text", "title", "low") if name in value]
    assert any(str(word) in shown for word in words or value.values())


@each_block
def test_a_block_is_named_and_described(block):
    assert block().meta.label
    assert block.__doc__


@pytest.mark.parametrize(
    "field", ["questions", "candidates", "criteria", "facts", "scenarios"]
)
def test_rows_are_folded_and_titled(field):
    stream = RuleSet._meta.get_field(field).stream_block
    (child,) = stream.child_blocks.values()

    assert stream.meta.collapsed
    assert child.meta.label_format


@each_block
def test_lists_inside_a_row_are_folded_too(block):
    lists = [
        child
        for name, child in block().child_blocks.items()
        if isinstance(child, ListBlock) and name != "claims"
    ]

    assert all(child.meta.collapsed for child in lists)
