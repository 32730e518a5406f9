"""What holds for each block of the guide, today's and tomorrow's."""

import re

import pytest
from django.template.loader import get_template
from django.test import RequestFactory
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from guide.blocks.references import ReferenceMixin


def walk(block):
    yield block
    children = getattr(block, "child_blocks", {}).values()
    if isinstance(block, blocks.ListBlock):
        children = [block.child_block]
    for child in children:
        yield from walk(child)


def all_blocks():
    for model in get_page_models():
        if model.__module__.startswith("guide."):
            for field in model._meta.local_fields:
                if isinstance(field, StreamField):
                    yield from walk(field.stream_block)


def ours():
    """One block of each class that the guide defines and that shows itself."""
    found = {
        type(block): block
        for block in all_blocks()
        if type(block).__module__.startswith("guide.blocks")
        and not isinstance(block, ReferenceMixin | blocks.StreamBlock)
    }
    return sorted(found.values(), key=lambda block: type(block).__name__)


def fields():
    """Every input an editor meets, by class and name."""
    return [
        pytest.param(child, id=f"{type(block).__name__}.{name}")
        for block in ours()
        for name, child in getattr(block, "child_blocks", {}).items()
        if not isinstance(child, blocks.StructBlock)
    ]


each = pytest.mark.parametrize("block", ours(), ids=lambda b: type(b).__name__)


def test_the_walk_finds_the_blocks():
    assert len(ours()) >= 17


@each
def test_its_template_has_its_name(block):
    snake = re.sub(r"(?<!^)(?=[A-Z])", "_", type(block).__name__).lower()
    assert block.meta.template == f"guide/blocks/{snake}.html"
    assert get_template(block.meta.template)


@each
def test_it_tells_editors_what_it_is(block):
    assert block.meta.label
    assert block.meta.description.endswith(".")
    assert block.meta.icon != "placeholder"


@each
@pytest.mark.django_db
def test_its_preview_can_be_shown(block):
    assert block.is_previewable
    value = block.get_preview_value()
    request = RequestFactory().get("/")
    template = get_template(block.get_preview_template(value))
    bound = block.bind(value)
    html = template.render(
        {"request": request, "bound_block": bound, "block_def": block}, request
    )
    main = re.search(r"<main[^>]*>(.*)</main>", html, re.DOTALL)
    assert main
    assert main[1].strip()


@pytest.mark.parametrize("field", fields())
def test_a_field_has_a_label_and_a_rich_text_its_features(field):
    assert field.label
    if isinstance(field, blocks.RichTextBlock):
        assert field.features
