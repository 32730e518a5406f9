"""Short names by which the parts of a rule set refer to each other."""

from wagtail.blocks import RegexBlock

IDENTIFIER = r"^[a-z0-9]+(?:[_-][a-z0-9]+)*$"


def identifier_block(help_text: str, **options) -> RegexBlock:
    """Lower-case letters and digits, with single hyphens or underscores between."""
    return RegexBlock(
        regex=IDENTIFIER,
        max_length=60,
        help_text=help_text,
        error_messages={
            "invalid": "Use a-z, 0-9 and single hyphens, for example back-office."
        },
        **options,
    )
