"""A record as one Markdown file that nothing in it can break out of."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from advisor.exports.parts import (
    Block,
    Bullets,
    Code,
    Line,
    Paragraph,
    Quote,
    Record,
    Section,
    Span,
    Table,
)

# What Markdown, or GitHub's mathematics, reads as more than the character it is.
SPECIAL = re.compile(r"([\\`*_\[\]<>#&~$])")
# Lists, headings underlined with = or -, and the rule below the head of a table.
BEGINS_A_BLOCK = re.compile(r"^(\d{0,9})([-+=:.)])")
# Pipes end cells, and braces mean something to programs that publish records.
ENTITIES = {"|": "&#124;", "{": "&#123;", "}": "&#125;"}
# GitHub makes links of bare addresses.
BARE_ADDRESS = re.compile(r"(?<!\\):(?=//)|(?<=www)\.", re.IGNORECASE)
URL_CHARACTERS = ":/?#[]@!$&'*+,;=%-._~"
LOOKS_LIKE_AN_ENTITY = re.compile(r"&(?=#?\w+;)")


def as_markdown(record: Record) -> str:
    """CommonMark with pipe tables, YAML front matter first."""
    front = f"---\nstatus: {record.status}\ndate: {record.changed_on.isoformat()}\n---"
    pieces = [front, f"# {escaped(record.title)}"]
    for section in record.sections:
        pieces += _section(section, level=2)
    return "\n\n".join(pieces) + "\n"


def escaped(text: str) -> str:
    """Plain text as Markdown that shows just this text, on one line."""
    markdown = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    markdown = BEGINS_A_BLOCK.sub(_escaped_beginning, markdown)
    for special, entity in ENTITIES.items():
        markdown = markdown.replace(special, entity)
    return BARE_ADDRESS.sub(r"\\\g<0>", markdown)


def _escaped_beginning(found: re.Match[str]) -> str:
    """A digit begins a list only before a dot or a bracket: 2026-11-22 is no list."""
    digits, mark = found.groups()
    return f"{digits}\\{mark}" if not digits or mark in ".)" else found[0]


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(section.title)}"
    for block in section.blocks:
        yield _block(block)
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> str:
    match block:
        case Paragraph(line):
            return _line(line)
        case Bullets(items):
            return "\n".join(f"* {_line(item)}" for item in items)
        case Quote(paragraphs):
            return "\n>\n".join(map(_quoted, paragraphs))
        case Table():
            return _table(block)
        case Code(language, text):
            return _fenced(language, text)


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    # `literal` drops the blanks around a text; between spans they matter.
    shown = escaped(span.text)
    if _is_safe(span.url):
        return f"[{shown}]({_destination(span.url)})"
    before = " " if span.text[:1].isspace() else ""
    after = " " if shown and span.text[-1:].isspace() else ""
    return before + shown + after


def _is_safe(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _destination(url: str) -> str:
    return LOOKS_LIKE_AN_ENTITY.sub("&amp;", quote(url, safe=URL_CHARACTERS))


def _quoted(lines: tuple[str, ...]) -> str:
    """A backslash before the end of a line keeps the break."""
    return "\\\n".join(f"> {escaped(text)}" for text in lines)


def _table(table: Table) -> str:
    head = "| " + " | ".join(_line(cell.line) for cell in table.head) + " |"
    rule = "|" + "|".join(" ---: " if c.number else " --- " for c in table.head) + "|"
    rows = (
        "| " + " | ".join(_line(cell.line) for cell in row) + " |" for row in table.rows
    )
    return "\n".join((head, rule, *rows))


def _fenced(language: str, text: str) -> str:
    """The fence is longer than any run of backticks inside."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
