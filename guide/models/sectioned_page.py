"""Pages made of sections: with a table of contents and a reading time."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from guide.blocks import SectionsBlock
from guide.models.guide_page import GuidePage
from guide.reading_time import minutes_for
from guide.section_readings import WORDS_AND_TABLES, SectionReading, readings_of
from guide.shelf import Shelf
from guide.stored_streams import Reference


class SectionedPage(GuidePage):
    """Abstract. A page whose body is a stream of sections."""

    sections = StreamField(
        SectionsBlock(),
        blank=True,
        collapsed=True,
        help_text="Each section has a heading, a permanent link and its content.",
    )

    streams: tuple[str, ...] = ("sections",)
    content_panels = [*GuidePage.content_panels, FieldPanel("sections")]
    search_fields = [*GuidePage.search_fields, index.SearchField("sections")]
    api_fields = [*GuidePage.api_fields, APIField("sections")]

    class Meta:
        abstract = True

    @cached_property
    def readings(self) -> list[SectionReading]:
        """What its sections hold, in order; cheap before the blocks are built."""
        return readings_of(self.sections)

    def references_in(self, name: str) -> Iterable[Reference]:
        if name != "sections":
            return super().references_in(name)
        return chain.from_iterable(section.references for section in self.readings)

    def new_shelf(self) -> Shelf:
        shelf = super().new_shelf()
        shelf.has_fact_check = any("fact_check" in one.kinds for one in self.readings)
        shown = {key for section in self.readings for key in section.shown_tables}
        named = {key for section in self.readings for key in section.named_tables}
        shelf.only_named = named - shown
        return shelf

    @property
    def is_words_and_tables(self) -> bool:
        """Whether the smaller bundles have all that it shows."""
        return all(section.kinds <= WORDS_AND_TABLES for section in self.readings)

    @property
    def toc(self) -> list[dict[str, str]]:
        """Headings and anchors of the sections, in order."""
        return [
            {"title": section.heading, "anchor": section.anchor}
            for section in self.readings
        ]

    @property
    def has_toc(self) -> bool:
        """Whether there are enough sections for a table of contents to help."""
        return len(self.readings) > 2

    @property
    def reading_minutes(self) -> int:
        """Whole minutes to read the words of its blocks, at least 1."""
        return minutes_for(sum(section.words for section in self.readings))
