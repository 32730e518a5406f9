"""What every public page shares: a summary, a review date, and its shelf."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.cache import patch_cache_control
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.api import APIField
from wagtail.blocks import StreamValue
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from guide.shelf import Shelf
from guide.stored_streams import Reference, as_stored, references_in_stored
from guide.structured_data import of_page


class GuidePage(Page):
    """Abstract. Subclasses name their StreamFields in `streams`."""

    summary = models.CharField(
        max_length=300,
        help_text="What a reader finds here; also shown by search engines.",
    )
    reviewed_on = models.DateField(
        help_text="Day somebody last read the whole page against its sources."
    )

    streams: tuple[str, ...] = ()
    # The pages from the site's home down, where finding this page has read them.
    above: list[Page] | None = None
    kind = "Guide"  # the word above the title and in search results
    schema_type = "TechArticle"  # what it is in the terms of schema.org

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        FieldPanel("reviewed_on"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]
    api_fields = [APIField("summary"), APIField("reviewed_on")]

    class Meta:
        abstract = True

    def stream_values(self) -> list[StreamValue]:
        return [getattr(self, name) for name in self.streams]

    def references(self) -> Iterator[Reference]:
        """Everything the blocks of this page choose, as Wagtail reports it."""
        for name in self.streams:
            yield from self.references_in(name)

    def references_in(self, name: str) -> Iterable[Reference]:
        """Those of one of its streams."""
        return references_in_stored(
            self._meta.label, name, as_stored(getattr(self, name))
        )

    def new_shelf(self) -> Shelf:
        """What the page refers to, ready to be read."""
        return Shelf(self.references())

    def cited(self) -> list:
        """The claims of the page itself, not of its tables, as they are numbered."""
        return self.new_shelf().cited

    @cached_property
    def trail(self) -> list[dict[str, str]]:
        """The pages from the site's home down to this one, as titles and addresses."""
        above = self.above
        if above is None:
            above = list(self.get_ancestors().filter(depth__gt=1))
        return [{"title": page.title, "url": page.url} for page in [*above, self]]

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Wagtail's rule, without reading the pages above once more."""
        way = [*(self.above or []), self]
        if self.above is None or any(page.alias_of_id for page in way):
            return super().get_view_restrictions()
        ours = Q(page__in=[page.pk for page in way]) | Q(page__depth=1)
        return PageViewRestriction.objects.filter(ours)

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if not getattr(request, "is_preview", False):
            patch_cache_control(response, public=True)
        return response

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        shelf = self.new_shelf()
        if shelf.is_heavy and not getattr(request, "is_preview", False):
            shelf.evidence_url = reverse("guide:evidence", args=[self.pk])
        context["shelf"] = shelf
        context["structured_data"] = of_page(self, request)
        return context
