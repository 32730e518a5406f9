"""What a stored section holds: read once per content, not once per answer.

Nothing here depends on anything but what is stored in the section itself, so that it
is as true for a draft or a preview as for the published page.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wagtail.blocks import StreamValue

from guide.blocks import SectionBlock
from guide.reading_time import count_words
from guide.stored_streams import Reference

# The kinds of parts that consist of words, claims and tables.
WORDS_AND_TABLES = {"text", "said_and_found", "points", "callout", "comparison"}
MOST_READINGS = 2_000
_BLOCK = SectionBlock()


@dataclass(frozen=True)
class SectionReading:
    stored: str  # all of it, as JSON
    heading: str
    anchor: str
    kinds: frozenset[str]  # of its parts
    references: tuple[Reference, ...]
    shown_tables: tuple[int, ...]  # in full, by the key of their page
    named_tables: tuple[int, ...]  # in a few lines
    words: int


def readings_of(stream: StreamValue) -> list[SectionReading]:
    stored = (child["value"] for child in stream.get_prep_value())
    return [read_section(json.dumps(value, ensure_ascii=False)) for value in stored]


@lru_cache(maxsize=MOST_READINGS)
def read_section(stored: str) -> SectionReading:
    raw = json.loads(stored)
    value = _BLOCK.to_python(raw)
    tables = [part.value for part in value["content"] if _is_table(part)]
    return SectionReading(
        stored=stored,
        heading=value["heading"],
        anchor=value["anchor"],
        kinds=frozenset(part.block_type for part in value["content"]),
        references=tuple(_BLOCK.extract_references(value)),
        shown_tables=tuple(t["page"] for t in tables if not t.get("only_named")),
        named_tables=tuple(t["page"] for t in tables if t.get("only_named")),
        words=count_words(raw),
    )


def _is_table(part: Any) -> bool:
    return part.block_type == "comparison"
