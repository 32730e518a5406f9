"""Short names by which the parts of a rule set refer to each other."""

from typing import Any

from wagtail.blocks import RegexBlock

IDENTIFIER = r"^[a-z0-9]+(?:[_-][a-z0-9]+)*$"


def identifier_block(help_text: str, *, of: str = "", **options: Any) -> RegexBlock:
    """Lower-case letters and digits, with single hyphens or underscores between.

    `of` names the rows whose ids the form offers here: "criteria", "facts",
    "questions", or "options" of the question beside it.
    """
    block = RegexBlock(
        regex=IDENTIFIER,
        max_length=60,
        help_text=help_text,
        error_messages={
            "invalid": "Use a-z, 0-9 and single hyphens, for example back-office."
        },
        **options,
    )
    if of:
        attributes = {"list": f"rule-set-{of}", "autocomplete": "off"}
        block.field.widget.attrs.update(attributes)
    return block
