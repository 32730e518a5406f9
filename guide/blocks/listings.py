"""Blocks that list records kept elsewhere, and the parts of an ecosystem."""

from typing import ClassVar

from wagtail import blocks

from guide.blocks.evidence import EvidenceBlock, claims_block, opinion_block
from guide.blocks.references import FrameworkReferenceBlock
from guide.code_samples import find_sample, task_choices
from guide.readership.lists import reading_lists
from guide.shelf import Shelf

HEALTH = [("active", "Active"), ("quiet", "Quiet"), ("dormant", "Dormant")]


class PartBlock(EvidenceBlock):
    name = blocks.CharBlock(max_length=120)
    what = blocks.TextBlock(rows=2, help_text="What it really is, in one sentence.")
    fits = blocks.ListBlock(
        FrameworkReferenceBlock(),
        default=[],
        help_text="The frameworks it works with as it comes.",
    )
    version = blocks.CharBlock(
        required=False, max_length=60, help_text="Its newest release."
    )
    released_on = blocks.DateBlock(required=False, help_text="Day of that release.")
    licence = blocks.CharBlock(required=False, max_length=80)
    health = blocks.ChoiceBlock(
        choices=HEALTH,
        help_text="Active: released within a year. Quiet: within two. Else dormant.",
    )
    url = blocks.URLBlock(label="Address")
    claims = claims_block()
    opinion = opinion_block()

    def name_of(self, value) -> str:
        return f"Part “{value['name']}”"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        context["frameworks"] = shelf.chosen_frameworks(value["fits"])
        context["health_label"] = dict(HEALTH).get(value["health"], "")
        return context

    class Meta:
        icon = "plus-inverse"
        label = "Part"
        description = "A library or service, with its health and licence."
        template = "guide/blocks/part_block.html"
        preview_value: ClassVar[dict[str, object]] = {
            "name": "SQLAlchemy",
            "what": "A database toolkit and object mapper for Python.",
            "fits": [],
            "version": "2.1",
            "released_on": None,
            "licence": "MIT",
            "health": "active",
            "url": "https://www.sqlalchemy.org/",
            "claims": [],
            "opinion": True,
        }


class PartsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, max_length=200)
    parts = blocks.ListBlock(PartBlock(), min_num=1)

    class Meta:
        icon = "plus-inverse"
        label = "Parts"
        description = "Libraries and services around the frameworks."
        template = "guide/blocks/parts_block.html"
        preview_value = {
            "heading": "Databases",
            "parts": [PartBlock._meta_class.preview_value],
        }


class ReleasesBlock(blocks.StructBlock):
    framework = FrameworkReferenceBlock(
        help_text="Edit its releases under Frameworks; the table follows."
    )

    def get_preview_value(self):
        framework = self.child_blocks["framework"].model_class.objects.first()
        return self.normalize({"framework": framework.pk if framework else None})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        context["framework"] = shelf.frameworks.get(value["framework"])
        context["releases"] = shelf.releases.get(value["framework"], [])
        return context

    class Meta:
        icon = "calendar"
        label = "Releases and support"
        description = "Which releases of a framework get fixes, and until when."
        template = "guide/blocks/releases_block.html"


class CodeSamplesBlock(blocks.StructBlock):
    task = blocks.ChoiceBlock(
        choices=task_choices,
        help_text="The code itself is kept as files, which tests run.",
    )

    def get_preview_value(self):
        return self.normalize({"task": "hello-world"})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["sample"] = find_sample(value["task"])
        return context

    class Meta:
        icon = "code"
        label = "Code side by side"
        description = "The same task solved with each framework."
        template = "guide/blocks/code_samples_block.html"


class FactCheckBlock(blocks.StaticBlock):
    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["fact_check"] = Shelf.of(context, self, value).fact_check
        return context

    class Meta:
        icon = "tasks"
        label = "Fact check"
        description = "Every checked statement of the 2025 article, row by row."
        admin_text = "Lists the claims that carry a fact-check row."
        template = "guide/blocks/fact_check_block.html"
        preview_value = None


class ReadingListsBlock(blocks.StaticBlock):
    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["reading"] = reading_lists()
        return context

    class Meta:
        icon = "list-ul"
        label = "Latest and most read"
        description = "The newest pages, and those read most in the last 30 days."
        admin_text = "Lists five pages each, found anew whenever the page is shown."
        template = "guide/blocks/reading_lists_block.html"
        preview_value = None


class CaseStudiesBlock(blocks.StaticBlock):
    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["case_studies"] = Shelf.of(context, self, value).case_studies
        return context

    class Meta:
        icon = "doc-full"
        label = "Case studies"
        description = "Every published case study, with what was chosen."
        admin_text = "Lists the case-study pages."
        template = "guide/blocks/case_studies_block.html"
        preview_value = None
