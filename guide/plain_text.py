"""What people type: plain text without tricks, as a function and as form fields."""

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError

# They turn the reading direction of what follows, or hide between letters.
_TRICKS = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_BLANK_LINES = re.compile(r"\n\s*\n\s*\n+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def one_line(text: str, *, field: str, most: int, required: bool = True) -> str:
    """`text` without what cannot be seen, runs of blanks made one, at most `most` long.

    Raises ValidationError naming `field` for anything but text, half a surrogate
    pair, too much, or nothing where something is required.
    """
    line = " ".join(without_tricks(_whole(text, field)).split())
    return _bounded(line, field, most, required)


def paragraphs(text: str, *, field: str, most: int) -> str:
    """Like `one_line` for optional text that keeps its line breaks and tabs."""
    words = without_tricks(_whole(text, field)).strip()
    return _bounded(words, field, most, required=False)


def without_tricks(text: str) -> str:
    """`text` with one kind of line break and nothing that cannot be seen.

    Control characters, marks of direction and halves of characters are dropped.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SURROGATES.sub("", _TRICKS.sub("", text))
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) != "Cc"
    )


class LineField(forms.CharField):
    """One line of plain text."""

    def to_python(self, value: Any) -> str:
        return " ".join(without_tricks(super().to_python(value) or "").split())


class WordsField(forms.CharField):
    """Paragraphs of plain text; never more than one blank line between them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}), **kwargs
        )

    def to_python(self, value: Any) -> str:
        text = without_tricks(super().to_python(value) or "")
        return _BLANK_LINES.sub("\n\n", text).strip()


class WebAddressField(forms.URLField):
    """http or https, naming a host and nobody's password."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(without_tricks(str(value or "")).strip()) or ""

    def clean(self, value: Any) -> str:
        address = super().clean(value)
        parts = urlsplit(address)
        if address and (parts.scheme not in ("http", "https") or "@" in parts.netloc):
            raise ValidationError(
                "Give the address of a web page, beginning with https:// or http://."
            )
        return address


def _whole(text: str, field: str) -> str:
    if not isinstance(text, str):
        raise ValidationError({field: "This must be text."})
    if _SURROGATES.search(text):
        raise ValidationError({field: "This has half of a character; type it again."})
    return text


def _bounded(text: str, field: str, most: int, required: bool) -> str:
    if required and not text:
        raise ValidationError({field: "This must not be empty."})
    if len(text) > most:
        raise ValidationError(
            {field: f"This has {len(text):,} characters; at most {most:,} are kept."}
        )
    return text
