"""Every field that holds an address refuses one that runs."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField

RUNS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
    "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "https:javascript:alert(1)", "javascript://x%0aalert(1)",
]  # fmt: skip
# Written by the site itself, never by a person.
OURS = {"guide.Change.url", "guide.LinkCheck.url"}
OUR_APPS = ("guide", "advisor", "wagtailredirects")


def holds_address(name: str) -> bool:
    return name in ("url", "link", "website", "repository") or name.endswith("_url")


def columns() -> Iterator[tuple[str, models.Field]]:
    for app in OUR_APPS:
        for model in apps.get_app_config(app).get_models():
            for found in model._meta.local_fields:
                name = f"{model._meta.label}.{found.name}"
                link = isinstance(found, models.URLField) or holds_address(found.name)
                if link and isinstance(found, models.CharField) and name not in OURS:
                    yield name, found
                elif isinstance(found, StreamField):
                    yield from in_stream(name, found.stream_block)


def in_stream(name: str, block: blocks.Block) -> Iterator[tuple[str, blocks.Block]]:
    children = getattr(block, "child_blocks", {})
    if isinstance(block, blocks.ListBlock):
        children = {"": block.child_block}
    for key, child in children.items():
        yield from in_stream(f"{name}.{key}", child)
    last = name.rstrip(".").rpartition(".")[2]
    is_text = isinstance(block, blocks.URLBlock | blocks.CharBlock | blocks.RegexBlock)
    if isinstance(block, blocks.URLBlock) or (is_text and holds_address(last)):
        yield name, block


FIELDS = dict(columns())


def cleaned(name: str, address: str) -> str:
    found = FIELDS[name]
    if isinstance(found, models.Field):
        return found.clean(address, None)
    return found.clean(address)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("address", RUNS)
def test_no_field_takes_an_address_that_runs(name, address):
    with pytest.raises(ValidationError):
        cleaned(name, address)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_takes_an_address_of_its_kind(name):
    address = "/guide/" if name.endswith(".link") else "https://example.org/a?b=c"

    assert cleaned(name, address) == address


def test_the_walk_finds_columns_and_blocks():
    assert FIELDS.keys() >= {
        "guide.ClaimSource.url", "guide.Correction.source_url",
        "guide.Framework.website",
        "guide.CaseStudyPage.source_url", "wagtailredirects.Redirect.redirect_link",
        "guide.HomePage.entries.entry.link",
    }  # fmt: skip
    assert any("parts" in name for name in FIELDS)
    assert len(FIELDS) > 12
