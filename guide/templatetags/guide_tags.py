"""How the guide's templates write rich text and claims."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText

from guide import evidence_markup, kept_sections
from guide.shelf import Shelf
from guide.structured_data import Node
from guide.structured_data import json_ld as as_json_ld

register = template.Library()
register.simple_tag(evidence_markup.evidence_line)
register.simple_tag(evidence_markup.numbers)
register.filter("grade", evidence_markup.grade)
register.simple_tag(kept_sections.sections, takes_context=True)


@register.filter
def prose(text: RichText | str, shelf: Shelf) -> SafeString:
    """The HTML of a rich text, with its page links taken from the page's shelf."""
    return shelf.prose(text if isinstance(text, RichText) else RichText(text))


@register.filter
def json_ld(nodes: Iterable[Node]) -> SafeString:
    """Structured data as the text of its data block."""
    return as_json_ld(nodes)
