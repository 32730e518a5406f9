"""Markdown to Wagtail's rich text, through Wagtail's own converter."""

from wagtail.api.rich_text import APIRichText, RichTextFormatError


class MarkdownError(ValueError):
    """The text holds something its field does not allow; the message says where."""


def to_rich_text(text: str, features: list[str], place: str) -> str:
    """Database HTML for `text`, escaped and limited to `features`.

    Raises MarkdownError naming `place` when anything would be dropped.
    """
    try:
        html, removals = APIRichText.convert_db_markdown_input(text, features=features)
    except RichTextFormatError as error:
        raise MarkdownError(f"{place}: {error}") from error
    if removals:
        found = ", ".join(sorted({f"<{removal.tag}>" for removal in removals}))
        raise MarkdownError(f"{place}: not allowed in this text: {found}")
    return html
