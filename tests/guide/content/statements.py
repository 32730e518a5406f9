"""Everything the shipped content states, one by one, with a place to name it by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guide.content_files import Content, Record, load_content

CONTENT: Content = load_content()
CLAIMS: dict[str, Record] = {record.slug: record for record in CONTENT.claims}

# The keys under which a block holds words that readers see.
WORDS = ("text", "title", "said", "found", "what", "name", "version")
LINK = re.compile(r"\]\((/[^)\s]*)\)")


@dataclass(frozen=True)
class Statement:
    """A block, point, cell or part: what it says and what carries it."""

    place: str
    kind: str
    words: str
    claims: tuple[str, ...]
    is_opinion: bool

    def __str__(self) -> str:
        return self.place


def of_pages() -> Iterator[Statement]:
    for record in CONTENT.pages:
        name = record.place.removeprefix("pages/").removesuffix(".toml")
        for section in record.data.get("sections", []):
            for number, block in enumerate(section["content"]):
                place = f"{name}#{section['anchor']}[{number}]"
                yield from _in_block(place, block["type"], block)
        for answer in record.data.get("answers", []):
            for number, point in enumerate(answer["points"]):
                place = f"{name} {answer['heading']}[{number}]"
                yield _statement(place, "point", point)


def _in_block(place: str, kind: str, block: dict[str, Any]) -> Iterator[Statement]:
    if kind in ("text", "callout", "said_and_found"):
        yield _statement(place, kind, block)
    for name in ("points", "parts"):
        for number, item in enumerate(block.get(name, [])):
            yield _statement(f"{place}.{name}[{number}]", name.rstrip("s"), item)


def of_cells() -> Iterator[Statement]:
    for record in CONTENT.comparisons:
        for row in record.data["rows"]:
            for cell in row["cells"]:
                place = f"{record.slug}: {row['criterion']}, {cell['framework']}"
                yield _statement(place, "cell", cell)


def _statement(place: str, kind: str, data: dict[str, Any]) -> Statement:
    words = " ".join([*(data.get(key, "") for key in WORDS), *data.get("notes", [])])
    is_opinion = data.get("opinion", False) or data.get("kind") == "opinion"
    return Statement(place, kind, words, tuple(data.get("claims", ())), is_opinion)


STATEMENTS = [*of_pages(), *of_cells()]
