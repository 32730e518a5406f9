"""What editors may use in running text; everything else is refused or stripped."""

import re
from functools import lru_cache
from typing import Any

from wagtail.whitelist import Whitelister, attribute_rule, check_url

# Table cells, notes and list items: one or two sentences.
INLINE_FEATURES = ["bold", "italic", "code", "link"]

# Paragraphs with their lists.
TEXT_FEATURES = [*INLINE_FEATURES, "ol", "ul"]

_PLAIN = ("p", "b", "i", "em", "strong", "code", "br", "ol", "ul", "li")
_ADDRESS = r'href="(?:https?:|mailto:|tel:|/|#)[^"<>]*"|id="\d+"|linktype="page"'
_HARMLESS_TAG = re.compile(
    rf"</?(?:{'|'.join(_PLAIN)})(?: data-block-key=\"[\w-]+\")? ?/?>"
    rf"|</a>|<a(?: (?:{_ADDRESS}))*>"
)


@lru_cache(maxsize=4096)
def harmless(html: str) -> str:
    """The same rich text with nothing in it but what editors may use.

    It was whitelisted when it was stored; this is for what came into the database
    some other way. Looking costs little, cleaning is done where something is found.
    """
    if len(_HARMLESS_TAG.findall(html)) == html.count("<"):
        return html
    return OnlyFeatures().clean(html)


class OnlyFeatures(Whitelister):
    """Wagtail's whitelist with the elements of the features above, and no others."""

    element_rules = {
        **dict.fromkeys(
            (
                "[document]",
                "p",
                "b",
                "i",
                "em",
                "strong",
                "code",
                "br",
                "ol",
                "ul",
                "li",
            ),
            attribute_rule({}),
        ),
        "a": attribute_rule(
            {
                "href": check_url,
                "id": lambda key: key if key.isdecimal() else None,
                "linktype": lambda kind: kind if kind == "page" else None,
            }
        ),
    }

    def clean_tag_node(self, doc: Any, tag: Any) -> None:
        if tag.name in ("script", "style"):
            tag.decompose()
        else:
            super().clean_tag_node(doc, tag)
