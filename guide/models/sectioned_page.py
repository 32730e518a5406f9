"""Pages made of sections: with a table of contents and a reading time."""

from functools import cached_property

from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from guide.blocks import SectionsBlock
from guide.models.guide_page import GuidePage
from guide.reading_time import minutes_to_read
from guide.shelf import Shelf

WORDS_AND_TABLES = {"text", "said_and_found", "points", "callout", "comparison"}


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

    def new_shelf(self) -> Shelf:
        shelf = super().new_shelf()
        parts = [part for section in self.sections for part in section.value["content"]]
        shelf.has_fact_check = any(part.block_type == "fact_check" for part in parts)
        tables = [part for part in parts if part.block_type == "comparison"]
        shown = {t.value["page"] for t in tables if t.block.is_in_full(t.value)}
        shelf.only_named = {t.value["page"] for t in tables} - shown
        return shelf

    def get_context(self, request, *args, **kwargs):
        self.reading_minutes  # noqa: B018 - cheap only before the blocks are built
        return super().get_context(request, *args, **kwargs)

    @property
    def is_words_and_tables(self) -> bool:
        """Whether the smaller bundles have all that it shows."""
        return all(
            part.block_type in WORDS_AND_TABLES
            for section in self.sections
            for part in section.value["content"]
        )

    @property
    def toc(self) -> list[dict[str, str]]:
        """Headings and anchors of the sections, in order."""
        return [
            {"title": section.value["heading"], "anchor": section.value["anchor"]}
            for section in self.sections
        ]

    @property
    def has_toc(self) -> bool:
        """Whether there are enough sections for a table of contents to help."""
        return len(self.sections) > 2

    @cached_property
    def reading_minutes(self) -> int:
        """Whole minutes to read the words of its blocks, at least 1."""
        return minutes_to_read(self.sections)
