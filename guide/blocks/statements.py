"""Blocks that state something in words: text, points, callouts, said and found."""

from wagtail import blocks

from guide.blocks.evidence import EvidenceBlock, claims_block, opinion_block
from guide.blocks.references import FrameworkReferenceBlock
from guide.rich_text import INLINE_FEATURES, TEXT_FEATURES
from guide.shelf import Shelf


class TextBlock(EvidenceBlock):
    text = blocks.RichTextBlock(features=TEXT_FEATURES)
    claims = claims_block()
    opinion = opinion_block()

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "One or a few paragraphs with the claims that carry them."
        template = "guide/blocks/text_block.html"
        preview_value = {
            "text": "<p>Flask 3.1 needs Python 3.9 or newer.</p>",
            "claims": [],
            "opinion": True,
        }


class SaidAndFoundBlock(EvidenceBlock):
    said = blocks.TextBlock(
        label="What is said", help_text="The common statement, in our own words."
    )
    found = blocks.RichTextBlock(
        features=TEXT_FEATURES,
        label="What we found",
        help_text="What is true, since which version.",
    )
    claims = claims_block()

    rule = "Cite at least one claim."

    class Meta:
        icon = "help"
        label = "Said and found"
        description = "What people say about it, and what turned out to be true."
        template = "guide/blocks/said_and_found_block.html"
        preview_value = {
            "said": "Flask cannot run async views.",
            "found": "<p>It can since 2.0, one worker per request.</p>",
            "claims": [],
        }


class PointBlock(EvidenceBlock):
    title = blocks.CharBlock(max_length=200)
    text = blocks.RichTextBlock(features=INLINE_FEATURES)
    claims = claims_block()
    opinion = opinion_block()

    def name_of(self, value) -> str:
        return f"Point “{value['title']}”"

    class Meta:
        icon = "list-ul"
        label = "Point"
        description = "One titled reason."
        template = "guide/blocks/point_block.html"
        preview_value = {
            "title": "A small service with its own storage",
            "text": "<p>You would switch most of the rest off.</p>",
            "claims": [],
            "opinion": True,
        }


class PointsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, max_length=200)
    framework = FrameworkReferenceBlock(
        required=False, help_text="Set it when all points speak for one framework."
    )
    points = blocks.ListBlock(PointBlock(), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        context["framework"] = shelf.frameworks.get(value["framework"])
        return context

    class Meta:
        icon = "list-ul"
        label = "Points"
        description = "A list of titled reasons, such as when to use a framework."
        template = "guide/blocks/points_block.html"
        preview_value = {
            "heading": "When it fits",
            "framework": None,
            "points": [PointBlock._meta_class.preview_value],
        }


class CalloutBlock(EvidenceBlock):
    kind = blocks.ChoiceBlock(
        choices=[("note", "Note"), ("opinion", "Opinion"), ("caution", "Caution")],
        default="note",
        help_text="An opinion needs no claim; a note and a caution do.",
    )
    title = blocks.CharBlock(max_length=200)
    text = blocks.RichTextBlock(features=TEXT_FEATURES)
    claims = claims_block()

    rule = "Cite at least one claim, or make this a callout of the kind opinion."

    def has_evidence(self, value) -> bool:
        return super().has_evidence(value) or value["kind"] == "opinion"

    def name_of(self, value) -> str:
        return f"Callout “{value['title']}”"

    class Meta:
        icon = "warning"
        label = "Callout"
        description = "A short aside that stands out from the text."
        template = "guide/blocks/callout_block.html"
        preview_value = {
            "kind": "opinion",
            "title": "Our view",
            "text": "<p>Choose the one your team can hire for.</p>",
            "claims": [],
        }
