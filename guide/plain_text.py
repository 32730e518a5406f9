"""Text that every database, feed and file can hold."""

import unicodedata

KEPT_CONTROLS = "\n\r\t"


def unprintable(text: str, allowed: str = "") -> bool:
    """Whether `text` has control characters or lone surrogates beyond `allowed`."""
    return any(
        unicodedata.category(char) in ("Cc", "Cs") and char not in allowed
        for char in text
    )
