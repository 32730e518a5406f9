"""Errors of a StreamField form as sentences that name their place."""

from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import ModelForm

from advisor.rule_sets.publication_words import RuleSetFieldError


def words_of(form: ModelForm) -> list[str]:
    """Every error of the form, nested ones included, as "Place: what is wrong"."""
    return [
        sentence
        for name, errors in form.errors.as_data().items()
        for error in errors
        for sentence in _sentences(error, _label(form, name))
    ]


def _label(form: ModelForm, name: str) -> str:
    if name == NON_FIELD_ERRORS:
        return ""
    label = form.fields[name].label if name in form.fields else name
    return str(label or name)


def _sentences(error: ValidationError, place: str) -> Iterator[str]:
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
        part = f"number {step + 1}" if isinstance(step, int) else step.replace("_", " ")
        yield from _sentences(child, f"{place}, {part}")
