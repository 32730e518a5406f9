"""When somebody saves over what was saved meanwhile: noticed, shown, left to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms


class ChangedMeanwhileError(Exception):
    """It is not what it was when the caller read it. Nothing was changed."""


class VersionedForm(forms.Form):
    """Carries what it was opened with. Without it, a form is not checked."""

    version = forms.CharField(
        required=False, max_length=200, widget=forms.HiddenInput, strip=False
    )

    def open_with(self, version: str) -> None:
        """What was typed stays; it stands against `version` from now on."""
        typed = {name: self.data.get(name) for name in self.data}
        self.data = {**typed, "version": version}


@dataclass(frozen=True)
class Difference:
    """One field: what is saved now, and what was typed."""

    label: str
    saved: str
    typed: str


@dataclass(frozen=True)
class Conflict:
    """What a person is told, and asked to decide."""

    differences: list[Difference]
    leave_url: str
    leave_label: str = "keep what was saved, and leave mine"
    title: str = "This was changed while your form was open"
    text: str = (
        "In another tab, or by a program of yours. Nothing of it is lost, "
        "and nothing of yours is saved yet."
    )


def differences(form: forms.Form, saved: Mapping[str, Any]) -> list[Difference]:
    """Where what was typed is not what is `saved` now, by the names of fields."""
    return [
        Difference(str(form[name].label), _shown(value), _shown(typed))
        for name, value in saved.items()
        if name in form.fields and (typed := form.cleaned_data.get(name)) != value
    ]


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
