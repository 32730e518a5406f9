"""Markdown to Wagtail's rich text, through Wagtail's own converter."""

import re

from wagtail.api.rich_text import APIRichText, RichTextFormatError

# A list item, a heading or a quotation begins a line of its own.
_BEGINS_LINE = re.compile(r"\s*([-*+]|\d+[.)]|#+|>)\s")


class MarkdownError(ValueError):
    """The text holds something its field does not allow; the message says where."""


def to_rich_text(text: str, features: list[str], place: str) -> str:
    """Database HTML for `text`, escaped and limited to `features`.

    Raises MarkdownError naming `place` when anything would be dropped.
    """
    markdown = unwrapped(text)
    try:
        html, removals = APIRichText.convert_db_markdown_input(
            markdown, features=features
        )
    except RichTextFormatError as error:
        raise MarkdownError(f"{place}: {error}") from error
    if removals:
        found = ", ".join(sorted({f"<{removal.tag}>" for removal in removals}))
        raise MarkdownError(f"{place}: not allowed in this text: {found}")
    return html


def unwrapped(text: str) -> str:
    """`text` with the lines of each paragraph or list item joined to one.

    Files wrap their lines for people; the converter would keep each wrap as a break.
    """
    lines: list[str] = []
    for line in text.strip().splitlines():
        joins = lines and lines[-1] and line.strip() and not _BEGINS_LINE.match(line)
        if joins:
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.rstrip())
    return "\n".join(lines)
