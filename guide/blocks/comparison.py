"""The rows of a comparison table: a criterion and one cell per framework."""

from typing import ClassVar

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from guide.blocks.evidence import RULE, claims_block, opinion_block
from guide.blocks.references import ComparisonReferenceBlock, FrameworkReferenceBlock
from guide.rich_text import INLINE_FEATURES
from guide.shelf import Shelf
from guide.tables import build_row, numbered

GRADES = [
    ("built-in", "Built in, by default"),
    ("add-on", "By a common add-on"),
    ("by-hand", "By hand"),
    ("not-possible", "Not possible"),
    ("not-applicable", "Not applicable"),
]


class ComparisonCellBlock(blocks.StructBlock):
    framework = FrameworkReferenceBlock(help_text="The column this cell belongs to.")
    grade = blocks.ChoiceBlock(
        choices=GRADES,
        help_text="What you get without adding or switching on anything decides.",
    )
    text = blocks.RichTextBlock(
        features=INLINE_FEATURES, help_text="One or two sentences."
    )
    notes = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE_FEATURES, label="Note"),
        default=[],
        help_text="Shown under the table; numbered by themselves.",
    )
    claims = claims_block()
    opinion = opinion_block()

    class Meta:
        icon = "tag"
        label = "Cell"
        description = "What one framework offers for one criterion."
        label_format = "{framework} {grade}"
        template = "guide/blocks/comparison_cell_block.html"
        preview_value: ClassVar[dict[str, object]] = {
            "framework": None,
            "grade": "built-in",
            "text": "<p>Part of the framework.</p>",
            "notes": [],
            "claims": [],
            "opinion": True,
        }

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        row = build_row({"cells": [value]}, shelf)
        context["cell"] = next(numbered([row])).cells[0]
        return context


class ComparisonRowBlock(blocks.StructBlock):
    criterion = blocks.CharBlock(max_length=120, help_text="What is compared.")
    group = blocks.CharBlock(
        required=False,
        max_length=80,
        help_text="Neighbouring rows of one group stand under a common heading.",
    )
    explanation = blocks.TextBlock(
        rows=2, help_text="What this row compares and why it matters, in one sentence."
    )
    cells = blocks.ListBlock(
        ComparisonCellBlock(), help_text="One cell for each column of the table."
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            bare = [
                f"Row “{cleaned['criterion']}”, cell {number}: {RULE}"
                for number, cell in enumerate(cleaned["cells"], start=1)
                if not list(cell["claims"]) and not cell["opinion"]
            ]
            if bare:
                raise StructBlockValidationError(non_block_errors=bare)
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        row = build_row(value, Shelf.of(context, self, value))
        context["row"] = next(numbered([row]))
        return context

    class Meta:
        icon = "list-ol"
        label = "Row"
        description = "One criterion, with a cell for every framework."
        label_format = "{criterion}"
        template = "guide/blocks/comparison_row_block.html"
        preview_template = "guide/previews/comparison_row_block.html"
        preview_value = {
            "criterion": "Admin interface",
            "group": "",
            "explanation": "Whether staff can edit data without you writing screens.",
            "cells": [ComparisonCellBlock._meta_class.preview_value],
        }


class ComparisonBlock(blocks.StructBlock):
    page = ComparisonReferenceBlock(
        label="Table", help_text="Edit the table on its own page; it changes here too."
    )
    only_named = blocks.BooleanBlock(
        required=False,
        default=False,
        label="Only name it",
        help_text="Show what it holds in a few lines that lead to its own page. "
        "A page with several tables in full loads slowly.",
    )

    def is_in_full(self, value) -> bool:
        return not value.get("only_named")

    def get_preview_value(self):
        table = self.child_blocks["page"].model_class.objects.live().first()
        return self.normalize({"page": table.pk if table else None})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        if self.is_in_full(value):
            context["table"] = shelf.built_tables.get(value["page"])
        else:
            context["named"] = shelf.outlines.get(value["page"])
        return context

    class Meta:
        icon = "table"
        label = "Comparison table"
        description = "Shows a comparison table that lives on a page of its own."
        template = "guide/blocks/comparison_block.html"
