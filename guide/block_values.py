"""Content records to block values: Wagtail's blocks decide what is allowed.

A record names claims, frameworks and tables by slug and writes rich text in Markdown;
the result is a cleaned block value, as if an editor had typed it and published it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from guide.blocks.references import ReferenceMixin
from guide.content_files import ContentError
from guide.markdown import MarkdownError, to_rich_text

# (kind of object, its slug, place in the content) -> primary key
KeyOf = Callable[[str, str, str], int]


def block_value(block: blocks.Block, data: Any, place: str, key_of: KeyOf) -> Any:
    """The cleaned value of `block` for `data`. Raises ContentError naming `place`."""
    value = block.to_python(_raw(block, data, place, key_of))
    try:
        return block.clean(value)
    except ValidationError as error:
        problems = "; ".join(_problems(error))
        raise ContentError(f"{place}: {problems}") from error


def _raw(block: blocks.Block, data: Any, place: str, key_of: KeyOf) -> Any:
    if isinstance(block, blocks.StreamBlock):
        return _raw_stream(block, _expect(list, data, place), place, key_of)
    if isinstance(block, blocks.StructBlock):
        return _raw_struct(block, _expect(dict, data, place), place, key_of)
    if isinstance(block, blocks.ListBlock):
        return [
            _raw(block.child_block, item, f"{place}[{number}]", key_of)
            for number, item in enumerate(_expect(list, data, place))
        ]
    if isinstance(block, blocks.StaticBlock):
        return None
    return _raw_field(block, data, place, key_of)


def _raw_stream(block, items: list, place: str, key_of: KeyOf) -> list[dict]:
    """A stream of one type holds bare values; else each item names its `type`."""
    only = next(iter(block.child_blocks)) if len(block.child_blocks) == 1 else ""
    raw = []
    for number, item in enumerate(items):
        here = f"{place}[{number}]"
        kind, data = only, item
        if not only:
            data = dict(_expect(dict, item, here))
            kind = data.pop("type", "")
        if kind not in block.child_blocks:
            raise ContentError(f"{here}: unknown type {kind!r}")
        child = _raw(block.child_blocks[kind], data, here, key_of)
        raw.append({"type": kind, "value": child})
    return raw


def _raw_struct(block, data: dict, place: str, key_of: KeyOf) -> dict[str, Any]:
    for key in data:
        if key not in block.child_blocks:
            raise ContentError(f"{place}: unknown key {key!r}")
    return {
        key: _raw(block.child_blocks[key], value, f"{place}.{key}", key_of)
        for key, value in data.items()
    }


def _raw_field(block: blocks.Block, data: Any, place: str, key_of: KeyOf) -> Any:
    if isinstance(block, blocks.BooleanBlock):
        return _expect(bool, data, place)
    if isinstance(block, blocks.DateBlock):
        return _expect(date, data, place).isoformat()
    text = _expect(str, data, place).strip()
    if isinstance(block, blocks.RichTextBlock):
        try:
            return to_rich_text(text, block.features, place)
        except MarkdownError as error:
            raise ContentError(str(error)) from error
    if isinstance(block, ReferenceMixin):
        return key_of(block.model_class.__name__, text, place) if text else None
    return text


def _expect(kind: type, data: Any, place: str) -> Any:
    if not isinstance(data, kind):
        raise ContentError(f"{place}: must be a {kind.__name__}, not {data!r}")
    return data


def _problems(error: ValidationError) -> list[str]:
    """The messages in a tree of block errors, each after the way to its block."""
    found = [str(message) for message in getattr(error, "non_block_errors", [])]
    block_errors = getattr(error, "block_errors", None)
    if block_errors is None:
        return list(error.messages)
    for name, child in block_errors.items():
        found += [f"{name}: {problem}" for problem in _problems(child)]
    return found
