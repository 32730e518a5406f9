"""Choosers whose value stays a primary key.

Wagtail's own choosers fetch their object when the block is read, which costs a query
per list. A page here cites hundreds of claims, so it loads all of them in one go
(see guide.shelf) and the blocks look them up there.
"""

from django.db.models import Model
from wagtail.blocks import PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class ReferenceMixin:
    """Keeps the key of what was chosen instead of the object itself."""

    model_class: type[Model]  # from Wagtail's chooser, which is mixed in

    def to_python(self, value):
        return self.normalize(value)

    def bulk_to_python(self, values):
        return [self.to_python(value) for value in values]

    def normalize(self, value):
        key = getattr(value, "pk", value)
        if isinstance(key, str):
            return int(key) if key.isdecimal() else None
        return key

    def get_prep_value(self, value):
        return self.normalize(value)

    def value_from_form(self, value):
        return self.normalize(value)

    def extract_references(self, value):
        if value is not None:
            yield self.model_class, str(value), "", ""


class ClaimReferenceBlock(ReferenceMixin, SnippetChooserBlock):
    def __init__(self, **kwargs):
        super().__init__("guide.Claim", **kwargs)

    class Meta:
        label = "Claim"
        icon = "circle-check"


class FrameworkReferenceBlock(ReferenceMixin, SnippetChooserBlock):
    def __init__(self, **kwargs):
        super().__init__("guide.Framework", **kwargs)

    class Meta:
        label = "Framework"
        icon = "cogs"


class ComparisonReferenceBlock(ReferenceMixin, PageChooserBlock):
    def __init__(self, **kwargs):
        super().__init__(page_type="guide.ComparisonPage", **kwargs)

    class Meta:
        label = "Comparison table"
        icon = "table"
