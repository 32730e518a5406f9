"""Fields of the forms: whole numbers with their range, and facts by their kind."""

from collections.abc import Mapping
from typing import Any

from django import forms

from advisor.engine.limits import MAX_FACT_NUMBER, MAX_ID_LENGTH

Document = Mapping[str, Any]


def whole_number(
    label: str, least: int, most: int, initial: int | None = None
) -> forms.IntegerField:
    """A whole number from `least` to `most`; its errors say what would be right."""
    wanted = f"Type a whole number from {least} to {most}."
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        initial=initial,
        widget=forms.NumberInput(attrs={"step": 1}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), wanted
        ),
    )


def fact_fields(
    document: Document, facts: Mapping[str, Any], prefix: str
) -> dict[str, forms.Field]:
    """One field for every fact that any framework of the document states."""
    labels = {row["id"]: row["label"] for row in document.get("facts", ())}
    return {
        f"{prefix}{fact}": _fact_field(
            labels.get(fact) or fact, kind, facts.get(fact, kind())
        )
        for fact, kind in _kinds(document).items()
    }


def _kinds(document: Document) -> dict[str, type]:
    return {
        fact: type(value)
        for framework in reversed(document["frameworks"])
        for fact, value in framework.get("facts", {}).items()
    }


def _fact_field(label: str, kind: type, value: Any) -> forms.Field:
    if kind is bool:
        return forms.BooleanField(label=label, required=False, initial=bool(value))
    if kind is int:
        return whole_number(label, -MAX_FACT_NUMBER, MAX_FACT_NUMBER, value)
    return forms.CharField(label=label, max_length=MAX_ID_LENGTH, initial=value)
