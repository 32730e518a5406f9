"""The rule set's admin forms as a browser sends it."""

from collections.abc import Iterator, Sequence
from typing import Any

from wagtail.blocks import BooleanBlock, ListBlock, StructBlock

from advisor.models import RuleSet
from advisor.rule_sets.fields import fields_of

STREAMS = (
    "questions",
    "candidates",
    "criteria",
    "facts",
    "scenarios",
    "acknowledgements",
)


def form_of(
    document: dict[str, Any],
    acknowledgements: Sequence[dict[str, str]] = (),
    **more: str,
) -> dict[str, Any]:
    """Every field of the form filled from `document`; `more` is added, as buttons."""
    accepted = [
        {"type": "acknowledgement", "id": "", "value": row} for row in acknowledgements
    ]
    fields = {**fields_of(document), "acknowledgements": accepted}
    data = {name: value for name, value in fields.items() if name not in STREAMS}
    for name in STREAMS:
        block = RuleSet._meta.get_field(name).stream_block
        data.update(_stream(block, fields[name], name))
    return {**data, "note": "", "go_live_at": "", **more}


def part_of(
    document: dict[str, Any], stream: str, number: int, **more: str
) -> dict[str, Any]:
    """The form of one row alone, without a version unless `more` has one."""
    block = RuleSet._meta.get_field(stream).stream_block
    row = fields_of(document)[stream][number]
    return {**dict(_stream(block, [row], stream)), **more}


def _stream(block: Any, rows: list[dict[str, Any]], name: str) -> Iterator:
    yield f"{name}-count", len(rows)
    for number, row in enumerate(rows):
        prefix = f"{name}-{number}"
        yield from _envelope(prefix, number)
        yield f"{prefix}-type", row["type"]
        yield f"{prefix}-id", row["id"]
        child = block.child_blocks[row["type"]]
        yield from _value(child, row["value"], f"{prefix}-value")


def _value(block: Any, value: Any, prefix: str) -> Iterator:
    if isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _value(child, value[name], f"{prefix}-{name}")
    elif isinstance(block, ListBlock):
        yield f"{prefix}-count", len(value)
        for number, item in enumerate(value):
            yield from _envelope(f"{prefix}-{number}", number)
            yield from _value(block.child_block, item, f"{prefix}-{number}-value")
    elif isinstance(block, BooleanBlock):
        if value:
            yield prefix, "on"
    else:
        yield prefix, "" if value is None else value


def _envelope(prefix: str, number: int) -> Iterator:
    yield f"{prefix}-deleted", ""
    yield f"{prefix}-order", number
