"""How the guide's templates write rich text."""

from django import template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText

from guide.shelf import Shelf

register = template.Library()


@register.filter
def prose(text: RichText | str, shelf: Shelf) -> SafeString:
    """The HTML of a rich text, with its page links taken from the page's shelf."""
    return shelf.prose(text if isinstance(text, RichText) else RichText(text))
