"""How the guide's templates write rich text and claims."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText

from guide.citations import Citation, Count, cite
from guide.citations import tally as tally_claims
from guide.shelf import Shelf
from guide.structured_data import Node
from guide.structured_data import json_ld as as_json_ld

register = template.Library()


@register.filter
def prose(text: RichText | str, shelf: Shelf) -> SafeString:
    """The HTML of a rich text, with its page links taken from the page's shelf."""
    return shelf.prose(text if isinstance(text, RichText) else RichText(text))


@register.filter
def json_ld(nodes: Iterable[Node]) -> SafeString:
    """Structured data as the text of its data block."""
    return as_json_ld(nodes)


@register.filter
def tally(claims: Iterable[Any]) -> list[Count]:
    """How many of the claims carry each mark."""
    return tally_claims(claims)


@register.filter
def cited_on(claims: Iterable[Any], shelf: Shelf) -> tuple[Citation, ...]:
    """The claims with the numbers they have on the page of this shelf."""
    return cite(claims, shelf.places)
