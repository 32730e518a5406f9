"""How long a page takes to read."""

import math
import re

WORDS_PER_MINUTE = 220

# Values that are words for a reader; keys, choices and addresses are not.
WORDED = frozenset(
    {"heading", "text", "said", "found", "title", "name", "what", "explanation"}
)
_TAG = re.compile(r"<[^>]+>")


def minutes_for(words: int) -> int:
    """Whole minutes, at least 1."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def count_words(value: object, worded: bool = False) -> int:
    """How many words a reader reads in what a block stores."""
    if isinstance(value, dict):
        return sum(
            count_words(child, worded=key in WORDED) for key, child in value.items()
        )
    if isinstance(value, list):
        return sum(count_words(child, worded) for child in value)
    if isinstance(value, str) and worded:
        return len(_TAG.sub(" ", value).split())
    return 0
