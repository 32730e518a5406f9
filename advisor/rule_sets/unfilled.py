"""Required fields that a draft left empty, wherever in the rule set they are."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from advisor.rule_sets.parts import KINDS
from advisor.rule_sets.publication_words import Obstacle, RuleSetFieldError


def unfilled(rule_set: Any) -> Iterator[Obstacle]:
    """What the whole form would refuse at its fields.

    A draft may be edited in parts and approved without a form; nobody has looked at
    the rest of it.
    """
    for name in KINDS:
        field = rule_set._meta.get_field(name)
        try:
            field.stream_block.clean(getattr(rule_set, name))
        except ValidationError as error:
            yield from _obstacles(error, name, str(field.verbose_name).capitalize())


def sentences_of(error: ValidationError, place: str) -> Iterator[str]:
    """Every error of a block, nested ones included, as "Place: what is wrong"."""
    if isinstance(error, RuleSetFieldError):
        yield from error.message.split("\n")
        return
    children = getattr(error, "block_errors", None)
    if children is None:
        yield from (f"{place}: {word}" if place else word for word in error.messages)
        return
    for word in getattr(error, "non_block_errors", ()):
        yield f"{place}: {word}"
    for step, child in children.items():
        yield from sentences_of(child, f"{place}, {_step_in_words(step)}")


def _obstacles(error: ValidationError, name: str, place: str) -> Iterator[Obstacle]:
    rows = getattr(error, "block_errors", None) or {}
    for row, child in rows.items():
        for sentence in sentences_of(child, f"{place}, {_step_in_words(row)}"):
            yield Obstacle(name, row, sentence)
    for word in getattr(error, "non_block_errors", ()) if rows else error.messages:
        yield Obstacle(name, None, f"{place}: {word}")


def _step_in_words(step: int | str) -> str:
    return f"number {step + 1}" if isinstance(step, int) else step.replace("_", " ")
