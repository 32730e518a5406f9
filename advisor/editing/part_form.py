"""The form of one part of the rule set. What it saves is the whole rule set.

The other parts stay as the newest draft has them, whoever saved it.
"""

from functools import lru_cache
from typing import Any, cast

from django import forms
from django.http import QueryDict
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.blocks import BlockField, StreamBlock
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField

from advisor.models import RuleSet
from advisor.rule_sets.parts import (
    KINDS,
    SETTINGS,
    Part,
    Row,
    row_with,
    version_of,
    with_row,
)
from advisor.rule_sets.previews import preview_of_row

VERSION = "part_version"


class PartForm(WagtailAdminModelForm):
    """Carries the version of its part that it was opened with.

    `standing` is the version the draft has. They differ if somebody saved meanwhile.
    """

    data: QueryDict
    part_version = forms.CharField(
        required=False, max_length=32, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part = part
        self.standing = self.version()
        self.initial[VERSION] = self.standing

    @property
    def is_behind(self) -> bool:
        """Without a version, as from a program, there is nothing to compare."""
        return self.data.get(VERSION, self.standing) != self.standing

    def catch_up(self) -> None:
        """What was typed stays; from now on it stands against what is saved."""
        self.data = self.data.copy()
        self.data[VERSION] = self.standing

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        return [*super().get_field_updates_for_resave(), (VERSION, self.version())]

    def version(self) -> str:
        raise NotImplementedError

    def _post_clean(self) -> None:
        # Whether the parts fit together is judged when they are submitted.
        self.instance.saved_as_draft = True
        super()._post_clean()


class SettingsForm(PartForm):
    takes_out = False

    def version(self) -> str:
        return version_of([getattr(self.instance, name) for name in SETTINGS])


class RowForm(PartForm):
    """One row of a stream, as a stream of one. Emptying that takes the row out."""

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, part=part, **kwargs)
        name, kind = part.stream, KINDS[part.stream]
        block = stream_of_one(name)
        row = self._row() or {"type": kind, "value": {}, "id": part.row_id}
        self.fields[name] = BlockField(block, required=False, label=kind.capitalize())
        self.initial[name] = block.to_python([row])
        self.takes_out = False
        self.instance.preview_first = preview_of_row(name, row["value"])

    class Media:
        js = ["advisor/rule_set_ids.js"]

    def version(self) -> str:
        """ "" for a row that the draft does not have."""
        if row := self._row():
            one = stream_of_one(self.part.stream).to_python([row])
            return version_of([child.get_prep_value() for child in one])
        return ""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        name = self.part.stream
        if name in self.cleaned_data:
            rows = self.cleaned_data[name].get_prep_value()
            self.takes_out = not rows
            self.cleaned_data[name] = self._whole(rows[0] if rows else None)
        return cleaned

    def _row(self) -> Row | None:
        return row_with(self._stream.get_prep_value(), self.part.row_id)

    def _whole(self, row: Row | None) -> StreamValue:
        named = row and {**row, "id": self.part.row_id}
        rows = with_row(self._stream.get_prep_value(), self.part.row_id, named)
        return self._stream.stream_block.to_python(rows)

    @property
    def _stream(self) -> StreamValue:
        return getattr(self.instance, self.part.stream)


@lru_cache
def stream_of_one(stream: str) -> StreamBlock:
    """The block of a stream's form when it holds one row, unfolded."""
    kind = KINDS[stream]
    row = field_of(stream).stream_block.child_blocks[kind]
    return StreamBlock([(kind, type(row)())], required=False, max_num=1)


def field_of(stream: str) -> StreamField:
    return cast(StreamField, RuleSet._meta.get_field(stream))
