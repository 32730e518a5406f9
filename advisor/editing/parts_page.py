"""All parts of the rule set, each leading to its own form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.admin.widgets.button import BaseButton, HeaderButton

from advisor.editing.buttons import form_buttons
from advisor.editing.part_form import field_of
from advisor.editing.part_page import part_url
from advisor.editing.rule_set_page import RuleSetPage
from advisor.rule_sets.parts import (
    KINDS,
    NEW,
    SETTINGS_PART,
    Part,
    short_name_of,
    title_of,
)
from advisor.rule_sets.publication import Obstacle, obstacles_in


@dataclass(frozen=True)
class PartLine:
    name: str
    title: str
    url: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class PartGroup:
    """The rows of one stream, and where another is added."""

    name: str
    kind: str
    add_url: str
    lines: tuple[PartLine, ...]


class PartsView(RuleSetPage):
    page_title = "Parts"
    template_name = "advisor/editing/parts.html"
    any_permission_required = ["change"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = obstacles_in(self.newest.draft(), with_checks=False)
        return super().get_context_data(
            groups=[self._group(stream, found) for stream in KINDS],
            settings_url=self._url(SETTINGS_PART),
            **kwargs,
        )

    @property
    def header_buttons(self) -> list[BaseButton]:
        whole = HeaderButton("Whole form", url=self.get_edit_url(), icon_name="edit")
        return [whole, *form_buttons(self.object, but="parts")]

    def _group(self, stream: str, found: list[Obstacle]) -> PartGroup:
        field = field_of(stream)
        return PartGroup(
            name=str(field.verbose_name).capitalize(),
            kind=str(field.stream_block.child_blocks[KINDS[stream]].label).lower(),
            add_url=self._url(Part(stream, NEW)),
            lines=tuple(self._lines(stream, found)),
        )

    def _lines(self, stream: str, found: list[Obstacle]) -> Iterator[PartLine]:
        for number, row in enumerate(getattr(self.newest, stream).get_prep_value()):
            here = (stream, number)
            yield PartLine(
                name=short_name_of(row),
                title=title_of(row),
                url=self._url(Part(stream, row["id"])),
                problems=tuple(
                    one.message for one in found if (one.field, one.row) == here
                ),
            )

    def _url(self, part: Part) -> str:
        return part_url("part", self.object, part)
