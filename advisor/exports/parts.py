"""What a record is made of. All text is plain: each renderer escapes it for itself."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True)
class Span:
    """A piece of a line; `url` makes it a link."""

    text: str
    url: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True)
class Paragraph:
    line: Line
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True)
class Bullets:
    items: tuple[Line, ...]
    kind: ClassVar[str] = "bullets"


@dataclass(frozen=True)
class Cell:
    line: Line
    number: bool = False  # a figure, which lines up with those above it


@dataclass(frozen=True)
class Table:
    """The first cell of each row is its header."""

    id: str
    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: ClassVar[str] = "table"


@dataclass(frozen=True)
class Quote:
    """Somebody's own words: paragraphs of lines."""

    paragraphs: tuple[tuple[str, ...], ...]
    kind: ClassVar[str] = "quote"


@dataclass(frozen=True)
class Code:
    language: str
    text: str
    kind: ClassVar[str] = "code"


Block = Paragraph | Bullets | Table | Quote | Code


@dataclass(frozen=True)
class Section:
    """`parts` are the sections one level down."""

    title: str
    id: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Record:
    """Title and front matter of MADR 4, then its sections in order."""

    title: str
    status: str
    changed_on: date
    sections: tuple[Section, ...]


def line(*pieces: str | Span) -> Line:
    """A line of text and links; "" disappears."""
    spans = (Span(piece) if isinstance(piece, str) else piece for piece in pieces)
    return tuple(span for span in spans if span.text)


def paragraph(*pieces: str | Span) -> Paragraph:
    return Paragraph(line(*pieces))


def bullets(*items: str | Line) -> Bullets:
    return Bullets(
        tuple(line(item) if isinstance(item, str) else item for item in items)
    )


def words(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(line(text)) for text in texts)


def figure(text: str) -> Cell:
    return Cell(line(text), number=True)
