"""A comparison table as a page: columns are frameworks, rows are struct blocks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from guide.blocks import ComparisonRowBlock, FrameworkReferenceBlock
from guide.feedback.admin.suggestions_panel import SuggestionsPanel
from guide.models.commented_page import CommentedPage
from guide.models.guide_page import GuidePage
from guide.models.recorded import ReasonForm, Recorded
from guide.rich_text import TEXT_FEATURES
from guide.shelf import Shelf
from guide.tables import Table, build_table


def column_problems(columns: list[int], rows: Iterable[Mapping]) -> Iterator[str]:
    """What keeps the rows from filling the columns once each, in sentences."""
    if len(set(columns)) < len(columns):
        yield "Each framework may be a column only once."
    for row in rows:
        counts = Counter(cell["framework"] for cell in row["cells"])
        if any(counts[key] != 1 for key in columns) or set(counts) - set(columns):
            yield (
                f"Row “{row['criterion']}” needs exactly one cell "
                "for each column of the table."
            )


class ComparisonPageForm(ReasonForm, WagtailAdminPageForm):
    """Refuses to publish a table whose rows do not fill its columns."""

    def clean(self):
        cleaned = super().clean() or {}
        columns, rows = cleaned.get("columns"), cleaned.get("rows")
        if not self.is_deferred_validation and columns is not None and rows is not None:
            keys = [column.value for column in columns]
            for problem in column_problems(keys, (row.value for row in rows)):
                self.add_error("rows", problem)
        return cleaned


class ComparisonPage(Recorded, CommentedPage):  # type: ignore[misc]  # two Metas
    """A table with any number of frameworks, embedded elsewhere by reference."""

    intro = RichTextField(features=TEXT_FEATURES, blank=True)
    columns = StreamField(
        [("framework", FrameworkReferenceBlock())],
        min_num=1,
        help_text="The frameworks compared, in the order of the columns.",
    )
    rows = StreamField(
        [("row", ComparisonRowBlock())],
        min_num=1,
        collapsed=True,
        help_text="One row per criterion, with one cell for each framework.",
    )

    kind = "Comparison"
    schema_type = "Dataset"
    streams = ("columns", "rows")
    base_form_class = ComparisonPageForm
    parent_page_types = ["guide.IndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        SuggestionsPanel(),
        *GuidePage.content_panels,
        FieldPanel("change_reason"),
        FieldPanel("intro"),
        FieldPanel("columns"),
        FieldPanel("rows"),
    ]
    search_fields = [
        *GuidePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("rows"),
    ]
    api_fields = [
        *GuidePage.api_fields,
        APIField("intro"),
        APIField("columns"),
        APIField("rows"),
    ]

    def table(self) -> Table:
        """The published form of its rows."""
        return build_table(self, Shelf(self.references()))

    def cited(self) -> list:
        """In the order in which the cells are numbered."""
        return list(self.table().claims)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["table"] = build_table(self, context["shelf"])
        return context
