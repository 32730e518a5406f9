"""One form for each part of a rule set, so that no page asks for everything."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from advisor.conflicts import VersionedForm
from advisor.engine.limits import MAX_POINTS
from advisor.own_rule_sets.edits import row_or_404
from advisor.own_rule_sets.number_fields import fact_fields, whole_number

Document = Mapping[str, Any]
PARTS = {"low": "Lowest", "best": "Most likely", "high": "Highest"}
FACT = "fact-"


@dataclass(frozen=True)
class Entry:
    """One criterion on a page: what it means, and what is typed for it."""

    label: str
    help: str
    anchors: tuple[str, ...]
    fields: tuple[tuple[str, BoundField], ...]  # the short label and the field


def _label(row: Mapping[str, Any]) -> str:
    return row.get("label") or row["id"]


class PartForm(VersionedForm):
    """Knows the document it changes a part of, and notices another's change to it.

    Its version is the digest of what it shows: changes to other parts do not matter.
    """

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document

    def shown(self) -> dict[str, Any]:
        """What the form shows of the document, by field."""
        return {
            name: field.initial
            for name, field in self.fields.items()
            if not isinstance(field.widget, forms.HiddenInput)
        }

    def state(self) -> str:
        shown = json.dumps(sorted(self.shown().items()), default=str)
        return hashlib.sha256(shown.encode()).hexdigest()

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "version":
            return self.state()
        return super().get_initial_for_field(field, field_name)

    def of(self, document: Document) -> "PartForm":
        """The same form, showing another document."""
        return type(self)(document=document)

    def entry(self, criterion: Mapping[str, Any], **fields: str) -> Entry:
        """`fields`: names of form fields by their short labels."""
        anchors = criterion.get("anchors")
        return Entry(
            label=_label(criterion),
            help=criterion.get("help", ""),
            anchors=tuple(map(str, anchors.values()))
            if isinstance(anchors, Mapping)
            else (),
            fields=tuple((label, self[name]) for label, name in fields.items()),
        )


class WeightsForm(PartForm):
    """The points each criterion has before any question is answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in self.document["criteria"]:
            self.fields[f"points-{row['id']}"] = whole_number(
                _label(row), 0, MAX_POINTS, row["base_points"]
            )

    def families(self) -> list[tuple[str, list[Entry]]]:
        found: dict[str, list[Entry]] = {}
        for row in self.document["criteria"]:
            entry = self.entry(row, Points=f"points-{row['id']}")
            found.setdefault(row.get("family", ""), []).append(entry)
        return list(found.items())

    def points(self) -> dict[str, int]:
        return {
            row["id"]: self.cleaned_data[f"points-{row['id']}"]
            for row in self.document["criteria"]
        }


class FrameworkForm(PartForm):
    """Name, facts and scores of one candidate."""

    def __init__(self, *args: Any, framework: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.framework = framework
        row = row_or_404(self.document, "frameworks", framework)
        self.fields["label"] = forms.CharField(
            label="Name", max_length=80, initial=_label(row)
        )
        self.fields |= fact_fields(self.document, row.get("facts", {}), FACT)
        most = self.document["scale_max"]
        for criterion in self.document["criteria"]:
            score = row["scores"][criterion["id"]]
            for part, word in PARTS.items():
                self.fields[f"{part}-{criterion['id']}"] = whole_number(
                    f"{_label(criterion)}, {word.lower()}", 0, most, score[part]
                )

    def of(self, document: Document) -> PartForm:
        return FrameworkForm(document=document, framework=self.framework)

    def facts(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith(FACT)]

    def entries(self) -> list[Entry]:
        return [
            self.entry(
                row, **{word: f"{part}-{row['id']}" for part, word in PARTS.items()}
            )
            for row in self.document["criteria"]
        ]

    def clean(self) -> dict[str, Any]:
        for name, score in self.scores().items():
            if len(score) == len(PARTS) and not (
                score["low"] <= score["best"] <= score["high"]
            ):
                self.add_error(
                    f"best-{name}",
                    "Must not be below the lowest or above the highest score.",
                )
        return self.cleaned_data

    def scores(self) -> dict[str, dict[str, int]]:
        """By criterion and part; parts that could not be read are left out."""
        return {
            row["id"]: {
                part: self.cleaned_data[f"{part}-{row['id']}"]
                for part in PARTS
                if f"{part}-{row['id']}" in self.cleaned_data
            }
            for row in self.document["criteria"]
        }

    def stated_facts(self) -> dict[str, Any]:
        return facts_in(self.cleaned_data)


def facts_in(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name.removeprefix(FACT): value
        for name, value in cleaned.items()
        if name.startswith(FACT)
    }


class QuestionForm(PartForm):
    """How many points each answer to one question gives to each criterion."""

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.options = row_or_404(self.document, "questions", question)["options"]
        for option in self.options:
            for row in self.document["criteria"]:
                self.fields[self._name(option, row)] = whole_number(
                    f"{_label(option)}, {_label(row)}",
                    -MAX_POINTS,
                    MAX_POINTS,
                    option.get("points", {}).get(row["id"], 0),
                )

    def of(self, document: Document) -> PartForm:
        return QuestionForm(document=document, question=self.question)

    @staticmethod
    def _name(option: Mapping[str, Any], criterion: Mapping[str, Any]) -> str:
        return f"points-{option['id']}:{criterion['id']}"

    def groups(self) -> list[dict[str, Any]]:
        """For each option the criteria it moves, and the others behind a disclosure."""
        return [self._group(option) for option in self.options]

    def _group(self, option: Mapping[str, Any]) -> dict[str, Any]:
        moved: list[Entry] = []
        others: list[Entry] = []
        for row in self.document["criteria"]:
            name = self._name(option, row)
            used = option.get("points", {}).get(row["id"]) or self[name].errors
            (moved if used else others).append(self.entry(row, Points=name))
        return {"label": _label(option), "moved": moved, "others": others}

    def points(self) -> dict[str, dict[str, int]]:
        return {
            option["id"]: {
                row["id"]: self.cleaned_data[self._name(option, row)]
                for row in self.document["criteria"]
            }
            for option in self.options
        }


def as_errors(form: forms.Form, sentences: list[str]) -> None:
    """Problems that concern no single field, as errors of the whole form."""
    form.add_error(None, ValidationError(sentences))
