"""Streams as they are stored, and what they refer to: found once per content."""

import json
from functools import lru_cache
from typing import cast

from django.apps import apps
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

Reference = tuple[type, str, str, str]  # model, key, and where: as Wagtail yields it
MOST_KEPT = 500  # streams in a process


def as_stored(stream: StreamValue) -> str:
    """Its children without their own ids; cheap before the blocks are built."""
    return json.dumps(
        [
            {"type": child["type"], "value": child["value"]}
            for child in stream.get_prep_value()
        ],
        ensure_ascii=False,
    )


@lru_cache(maxsize=MOST_KEPT)
def references_in_stored(model: str, name: str, stored: str) -> tuple[Reference, ...]:
    """What the blocks of a page's stream choose, as Wagtail reports it."""
    field = cast(StreamField, apps.get_model(model)._meta.get_field(name))
    block = field.stream_block
    return tuple(block.extract_references(block.to_python(json.loads(stored))))
