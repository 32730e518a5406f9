"""What only the home page has: short answers and ways into the guide."""

from django.core.validators import RegexValidator
from wagtail import blocks

from guide.blocks.evidence import EvidenceBlock, claims_block, opinion_block
from guide.blocks.references import FrameworkReferenceBlock
from guide.rich_text import INLINE_FEATURES
from guide.shelf import Shelf


class AnswerPointBlock(EvidenceBlock):
    text = blocks.RichTextBlock(features=INLINE_FEATURES)
    claims = claims_block()
    opinion = opinion_block()

    class Meta:
        icon = "list-ul"
        label = "Reason"
        description = "One condition under which the answer holds."
        template = "guide/blocks/answer_point_block.html"
        preview_value = {
            "text": "<p>you want to choose every part yourself</p>",
            "claims": [],
            "opinion": True,
        }


class AnswerBlock(blocks.StructBlock):
    framework = FrameworkReferenceBlock(
        required=False, help_text="Empty for “consider something else”."
    )
    heading = blocks.CharBlock(max_length=120, help_text="For example: Choose Flask if")
    points = blocks.ListBlock(AnswerPointBlock(), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        context["framework"] = shelf.frameworks.get(value["framework"])
        return context

    class Meta:
        icon = "help"
        label = "Short answer"
        description = "One side of the short answer, with its reasons."
        template = "guide/blocks/answer_block.html"
        preview_value = {
            "framework": None,
            "heading": "Choose Flask if",
            "points": [AnswerPointBlock._meta_class.preview_value],
        }


class EntryBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(rows=2, help_text="Who should start here, and why.")
    link = blocks.CharBlock(
        max_length=200,
        validators=[
            RegexValidator(
                r"^/(?!/)[a-z0-9/#?=&-]*$",
                "Give an address on this site, for example /guide/flask-vs-django/.",
            )
        ],
        help_text="An address on this site, for example /guide/flask-vs-django/.",
    )

    class Meta:
        icon = "link"
        label = "Entry point"
        description = "A way into the guide for one kind of reader."
        template = "guide/blocks/entry_block.html"
        preview_value = {
            "title": "New to the web",
            "text": "Start with what a framework does for you.",
            "link": "/guide/",
        }
