"""The page types that are made of sections, and the rules of who stands under whom."""

from itertools import accumulate

from django.db import models
from django.http import Http404
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from guide.blocks import (
    AnswerBlock,
    ComparisonReferenceBlock,
    EntryBlock,
    FrameworkReferenceBlock,
)
from guide.models.commented_page import CommentedPage
from guide.models.framework import Framework
from guide.models.guide_page import GuidePage
from guide.models.sectioned_page import SectionedPage
from guide.rich_text import TEXT_FEATURES


class HomePage(SectionedPage):
    """The question, the short answers, and the ways in."""

    question = models.CharField(
        max_length=200, help_text="The question this site answers, as a heading."
    )
    answers = StreamField(
        [("answer", AnswerBlock())],
        blank=True,
        help_text="One short answer per side, of equal length.",
    )
    entries = StreamField(
        [("entry", EntryBlock())],
        blank=True,
        help_text="Where each kind of reader should start.",
    )
    tables = StreamField(
        [("table", ComparisonReferenceBlock())],
        blank=True,
        help_text="Comparison tables to show on this page.",
    )

    kind = "Home"
    schema_type = "WebSite"
    streams = ("answers", "tables", *SectionedPage.streams)
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["guide.IndexPage", "guide.ArticlePage"]
    max_count = 1
    content_panels = [
        *GuidePage.content_panels,
        FieldPanel("question"),
        FieldPanel("answers"),
        FieldPanel("entries"),
        FieldPanel("tables"),
        FieldPanel("sections"),
    ]
    search_fields = [
        *SectionedPage.search_fields,
        index.SearchField("question"),
        index.SearchField("answers"),
        index.SearchField("entries"),
    ]
    api_fields = [
        *SectionedPage.api_fields,
        APIField("question"),
        APIField("answers"),
        APIField("entries"),
        APIField("tables"),
    ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        built = context["shelf"].built_tables
        chosen = [table.value for table in self.tables]
        context["tables"] = [built[key] for key in chosen if key in built]
        return context

    def get_sitemap_urls(self, request=None):
        """Also the public pages outside the tree that search engines should know."""
        listed = super().get_sitemap_urls(request)
        root = self.get_full_url(request).rstrip("/")
        names = ("claims", "probes", "changes", "data")
        return listed + [
            {"location": root + reverse(f"guide:{name}")} for name in names
        ]

    def route(self, request, path_components):
        """Find a page anywhere below in two queries instead of two per level."""
        self.above = []
        if not path_components:
            return super().route(request, path_components)
        steps = accumulate((f"{part}/" for part in path_components), initial="")
        paths = [f"{self.url_path}{step}" for step in steps][1:]
        way = list(Page.objects.filter(url_path__in=paths).order_by("depth"))
        if len(way) < len(paths):
            raise Http404
        page = way[-1].specific
        page.above = [self, *way[:-1]]
        return page.route(request, [])


class IndexPage(SectionedPage):
    """A list of the pages below it."""

    intro = RichTextField(features=TEXT_FEATURES, blank=True)

    kind = "Overview"
    schema_type = "CollectionPage"
    parent_page_types = ["guide.HomePage", "guide.IndexPage"]
    subpage_types = [
        "guide.IndexPage",
        "guide.ArticlePage",
        "guide.ComparisonPage",
        "guide.FrameworkPage",
        "guide.CaseStudyPage",
    ]
    content_panels = [
        *GuidePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("sections"),
    ]
    search_fields = [*SectionedPage.search_fields, index.SearchField("intro")]
    api_fields = [*SectionedPage.api_fields, APIField("intro")]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        children = self.get_children().live().public()
        context["children"] = children.specific().defer_streamfields()
        return context


class ArticlePage(CommentedPage, SectionedPage):  # type: ignore[misc] # two Metas
    """A page of the guide."""

    parent_page_types = ["guide.HomePage", "guide.IndexPage"]
    subpage_types: list[str] = []


class FrameworkPage(SectionedPage):
    """One framework: what it is, what it brings, what it leaves to you."""

    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="pages"
    )

    kind = "Framework"
    parent_page_types = ["guide.IndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *GuidePage.content_panels,
        FieldPanel("framework"),
        FieldPanel("sections"),
    ]
    search_fields = [
        *SectionedPage.search_fields,
        index.RelatedFields(
            "framework", [index.SearchField("name"), index.SearchField("summary")]
        ),
    ]
    api_fields = [*SectionedPage.api_fields, APIField("framework")]


class CaseStudyPage(SectionedPage):
    """A published decision record: who chose what, and how it went."""

    organisation = models.CharField(max_length=120)
    decided_on = models.DateField(
        null=True, blank=True, help_text="Leave empty where the record names no day."
    )
    decided = models.CharField(
        "decided, in words", max_length=60, help_text="For example April 2025."
    )
    chose = StreamField(
        [("framework", FrameworkReferenceBlock())],
        blank=True,
        help_text="What was chosen.",
    )
    considered = StreamField(
        [("framework", FrameworkReferenceBlock())],
        blank=True,
        help_text="What else was looked at.",
    )
    outcome = models.TextField(help_text="What came of it, in one plain sentence.")
    source_title = models.CharField(max_length=300)
    source_url = models.URLField("source address", max_length=500)
    source_retrieved_on = models.DateField()

    kind = "Case study"
    schema_type = "Article"
    streams = ("chose", "considered", *SectionedPage.streams)
    parent_page_types = ["guide.IndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *GuidePage.content_panels,
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("decided_on"), FieldPanel("decided")]),
        FieldPanel("chose"),
        FieldPanel("considered"),
        FieldPanel("outcome"),
        MultiFieldPanel(
            [
                FieldPanel("source_title"),
                FieldPanel("source_url"),
                FieldPanel("source_retrieved_on"),
            ],
            heading="Source",
        ),
        FieldPanel("sections"),
    ]
    search_fields = [
        *SectionedPage.search_fields,
        index.SearchField("organisation"),
        index.SearchField("outcome"),
    ]
    api_fields = [
        *SectionedPage.api_fields,
        APIField("organisation"),
        APIField("decided_on"),
        APIField("decided"),
        APIField("chose"),
        APIField("considered"),
        APIField("outcome"),
        APIField("source_title"),
        APIField("source_url"),
        APIField("source_retrieved_on"),
    ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        for name in ("chose", "considered"):
            keys = [framework.value for framework in getattr(self, name)]
            context[name] = context["shelf"].chosen_frameworks(keys)
        return context
