"""Errors of a StreamField form as sentences that name their place."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import ModelForm

from advisor.rule_sets.unfilled import sentences_of


def words_of(form: ModelForm) -> list[str]:
    """Every error of the form, nested ones included, as "Place: what is wrong"."""
    return [
        sentence
        for name, errors in form.errors.as_data().items()
        for error in errors
        for sentence in sentences_of(error, _label(form, name))
    ]


def _label(form: ModelForm, name: str) -> str:
    if name == NON_FIELD_ERRORS:
        return ""
    label = form.fields[name].label if name in form.fields else name
    return str(label or name)
