"""Sections: a heading with a permanent anchor, and content beneath it."""

from collections import Counter

from django.core.validators import validate_slug
from django.utils.text import slugify
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from guide.blocks.comparison import ComparisonBlock
from guide.blocks.listings import (
    CaseStudiesBlock,
    CodeSamplesBlock,
    FactCheckBlock,
    PartsBlock,
    ReadingListsBlock,
    ReleasesBlock,
)
from guide.blocks.statements import (
    CalloutBlock,
    PointsBlock,
    SaidAndFoundBlock,
    TextBlock,
)


class ContentBlock(blocks.StreamBlock):
    text = TextBlock()
    said_and_found = SaidAndFoundBlock()
    points = PointsBlock()
    callout = CalloutBlock()
    comparison = ComparisonBlock()
    code_samples = CodeSamplesBlock()
    parts = PartsBlock()
    releases = ReleasesBlock()
    fact_check = FactCheckBlock()
    case_studies = CaseStudiesBlock()
    reading_lists = ReadingListsBlock()


class SectionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=200)
    anchor = blocks.CharBlock(
        required=False,
        max_length=80,
        validators=[validate_slug],
        help_text=(
            "The last part of the section's link. Made from the heading if empty; "
            "leave it alone afterwards, or links to this section break."
        ),
    )
    content = ContentBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        cleaned["anchor"] = cleaned["anchor"] or slugify(cleaned["heading"])[:80]
        if not cleaned["anchor"] and not self.is_deferred_validation:
            raise StructBlockValidationError(
                {"anchor": "Name an anchor: none can be made from this heading."}
            )
        return cleaned

    def get_searchable_content(self, value):
        """Without the anchor: it is the end of a link, not words of the page."""
        return [
            words
            for name in ("heading", "content")
            for words in self.child_blocks[name].get_searchable_content(value[name])
        ]

    class Meta:
        icon = "title"
        label = "Section"
        description = "A heading that readers can link to, with its content."
        label_format = "{heading}"
        template = "guide/blocks/section_block.html"
        preview_value = {
            "heading": "What they are",
            "anchor": "what-they-are",
            "content": [("text", TextBlock._meta_class.preview_value)],
        }


class SectionsBlock(blocks.StreamBlock):
    """The body of a page: sections only, each with an anchor of its own."""

    section = SectionBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        counts = Counter(child.value["anchor"] for child in cleaned)
        twice = sorted(anchor for anchor, n in counts.items() if anchor and n > 1)
        if twice:
            names = ", ".join(twice)
            raise StreamBlockValidationError(
                non_block_errors=[f"Each anchor may occur once: {names}."]
            )
        return cleaned

    class Meta:
        required = False
