"""How long a page takes to read."""

import math
import re

from wagtail.blocks import StreamValue

WORDS_PER_MINUTE = 220

# Values that are words for a reader; keys, choices and addresses are not.
WORDED = frozenset(
    {"heading", "text", "said", "found", "title", "name", "what", "explanation"}
)
_TAG = re.compile(r"<[^>]+>")


def minutes_to_read(stream: StreamValue) -> int:
    """Whole minutes for the words in `stream`, at least 1."""
    words = sum(_count_words(child) for child in stream.get_prep_value())
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def _count_words(value: object, worded: bool = False) -> int:
    if isinstance(value, dict):
        return sum(
            _count_words(child, worded=key in WORDED) for key, child in value.items()
        )
    if isinstance(value, list):
        return sum(_count_words(child, worded) for child in value)
    if isinstance(value, str) and worded:
        return len(_TAG.sub(" ", value).split())
    return 0
