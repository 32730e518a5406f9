"""What people type into titles and notes, made safe to store and to show."""

import unicodedata

from django.core.exceptions import ValidationError

LINE_BREAKS = "\n\t"


def one_line(text: str, *, field: str, most: int, required: bool = True) -> str:
    """`text` without control characters, runs of blanks made one, at most `most` long.

    Raises ValidationError naming `field` for anything but text, half a surrogate
    pair, too much, or nothing where something is required.
    """
    line = " ".join(_readable(text, field).split())
    return _bounded(line, field, most, required)


def paragraphs(text: str, *, field: str, most: int) -> str:
    """Like `one_line` for optional text that keeps its line breaks and tabs."""
    unified = _readable(text, field, keep=LINE_BREAKS)
    return _bounded(unified.strip(), field, most, required=False)


def _readable(text: str, field: str, keep: str = "") -> str:
    if not isinstance(text, str):
        raise ValidationError({field: "This must be text."})
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValidationError({field: "This has half of a character; type it again."})
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        character
        if character in keep or unicodedata.category(character) != "Cc"
        else " "
        if character in LINE_BREAKS
        else ""
        for character in unified
    )


def _bounded(text: str, field: str, most: int, required: bool) -> str:
    if required and not text:
        raise ValidationError({field: "This must not be empty."})
    if len(text) > most:
        raise ValidationError(
            {field: f"This has {len(text):,} characters; at most {most:,} are kept."}
        )
    return text
