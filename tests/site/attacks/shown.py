"""What hostile words became in an answer: elements, attributes, formulas, headings."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from openpyxl import load_workbook

from tests.site.attacks.crawling import Answer
from tests.site.attacks.hostile_words import ELEMENT

ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster"}
RUNS = re.compile(r"(javascript|vbscript|data:text/html)", re.IGNORECASE)
NO_ADDRESS = re.compile(r"[\x00-\x20]")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


class Page(HTMLParser):
    """Elements and attributes that can only be somebody's words; JSON blocks."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.blocks: list[str] = []
        self._in_json = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == ELEMENT:
            self.found.append(f"<{tag}> {given}")
        for name, value in attrs:
            if name.startswith(("onxss", "onerror", "onload", "onmouse", "onclick")):
                self.found.append(f"<{tag} {name}={value}>")
            bare = NO_ADDRESS.sub("", value or "")
            if name in ADDRESSES and RUNS.match(bare):
                self.found.append(f"<{tag} {name}={value}>")
        if tag == "iframe" and "evil" in (given.get("src") or ""):
            self.found.append(f"<{tag} src={given['src']}>")
        self._in_json = tag == "script" and "json" in (given.get("type") or "")
        if self._in_json or (tag == "script" and not given.get("src")):
            self.blocks.append("")

    def handle_endtag(self, tag):
        self._in_json = False

    def handle_data(self, data):
        if self._in_json:
            self.blocks[-1] += data
        elif self.cdata_elem == "script" and "onxss" in data:
            self.found.append(f"script: {data[:80]}")


def in_html(answer: Answer) -> list[str]:
    page = Page(answer.text)
    for block in page.blocks:
        if block.strip() and not is_json(block):
            page.found.append(f"no JSON: {block[:60]}")
    return page.found


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def in_xml(answer: Answer) -> list[str]:
    """Elements, and what a feed reader would take for HTML."""
    found = []
    for element in ElementTree.fromstring(answer.body).iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag == ELEMENT:
            found.append(tag)
        if element.get("type") == "html" or tag in ("description", "encoded"):
            found += Page(element.text or "").found
        if RUNS.match(element.get("href") or ""):
            found.append(str(element.attrib))
    return found


def in_csv(answer: Answer) -> list[str]:
    rows = csv.reader(io.StringIO(answer.text, newline=""))
    return [
        cell
        for row in rows
        for cell in row
        if cell.startswith(FORMULA) or "\n" in cell or "\r" in cell
    ]


def in_workbook(answer: Answer) -> list[str]:
    """Cells of a spreadsheet file that would be worked out when it is opened."""
    book = load_workbook(io.BytesIO(answer.body), read_only=True)
    return [
        str(cell.value)
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    ]


def in_markdown(answer: Answer) -> list[str]:
    """HTML, links that run, and headings or rows that words forged."""
    reader = MarkdownIt("commonmark").enable("table")
    return list(of_tokens(reader.parse(answer.text)))


def of_tokens(tokens) -> Iterator[str]:
    heading = False
    for token in tokens:
        heading = token.type == "heading_open" or (
            heading and token.type != "heading_close"
        )
        if token.type in ("html_block", "html_inline") and ELEMENT in token.content:
            yield token.content
        if token.type == "inline" and token.content.startswith("forged"):
            yield f"heading or cell: {token.content[:60]}"
        if RUNS.match(str(token.attrGet("href") or token.attrGet("src") or "")):
            yield str(token.attrs)
        yield from of_tokens(token.children or ())


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READERS = {
    WORKBOOK: in_workbook,
    "text/html": in_html,
    "application/xhtml+xml": in_html,
    "application/rss+xml": in_xml,
    "application/atom+xml": in_xml,
    "application/xml": in_xml,
    "text/xml": in_xml,
    "text/csv": in_csv,
    "text/markdown": in_markdown,
}
# No browser shows these as a page, as long as it is told not to guess.
INERT = {
    "application/json", "application/problem+json", "text/plain",
    "application/octet-stream", "application/ld+json", "application/schema+json",
}  # fmt: skip
