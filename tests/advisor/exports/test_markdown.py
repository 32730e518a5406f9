"""The Markdown file: faithful to the record, and nothing breaks out of it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from advisor.exports.markdown import as_markdown, escaped
from advisor.exports.parts import Bullets, Code, Paragraph, Record, Section, Span, line
from advisor.exports.record import compose
from tests.advisor.exports.decisions import TODAY, decision
from tests.advisor.small_document import ANSWERS_BY_KIND

READERS = {
    html: MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
    for html in (True, False)
}
# What could begin something: blocks, spans, HTML, entities, tables, links.
PIECES = [
    "# ", "## x", "> ", "* ", "- ", "+ ", "1. ", "1) ", "```", "~~~", "---", "===",
    "***", "___", "|", "| a | b |", "|---|---|", ":-:", "<b>", "</td>", "<!--", "-->",
    "<script>alert(1)</script>", "<?php", "]]>", "&lt;", "&#35;", "&amp;", "`", "``",
    "**", "_", "~~", "[a](javascript:x)", "![a](b)", "[a]: /b", "[^1]", "](", "<a@b.c>",
    "<https://a.b>", "https://a.b", "://", "www.a.b", "\\", "\\|", "\n", "\n\n", "\r",
    "\t", "    ", "\u2028", "\x0b", "\x00", "{% x %}", "{{ x }}", "$x$", ":", "a", "é",
    " ",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
)


def structure(markdown: str, *, html: bool) -> list[tuple[str, ...]]:
    """Everything in a file but its text: blocks, headings, tables, links, code.

    Without front matter. How many paragraphs and lines a quotation has depends on
    the note and is left out; that nothing else stands in it is not.
    """
    body = markdown.split("---\n", 2)[2]
    found = []
    quoted = 0
    for token in READERS[html].parse(body):
        quoted += token.nesting if token.type.startswith("blockquote") else 0
        if quoted and token.type in ("paragraph_open", "paragraph_close", "inline"):
            wanted = ("text", "softbreak", "hardbreak", "text_special")
            children = [child.type for child in token.children or ()]
            found += [
                ("in a quotation", kind) for kind in children if kind not in wanted
            ]
            continue
        code = token.content if token.type in ("fence", "code_block") else ""
        found.append((token.type, token.tag, token.info, code))
        for child in token.children or ():
            if child.type not in ("text", "text_special"):
                found.append((child.type, str(child.attrs.get("href", ""))))
    return found


PLAIN = {
    kind: {
        html: structure(as_markdown(compose(decision(kind, note="A note."))), html=html)
        for html in READERS
    }
    for kind in ANSWERS_BY_KIND
}


@pytest.mark.parametrize("html", READERS)
@given(title=TEXTS, note=TEXTS.filter(str.strip))
@example(title="# x", note="a|b\n:-:")
@example(title="a\\", note="a\n---\nb\n===")
@example(title="</h1><script>", note="<!--\n\n-->\n```\n~~~")
@example(title="", note="    indented\n\n    code")
def test_no_title_or_note_changes_what_is_around_it(html, title, note):
    made = as_markdown(compose(decision(title=title, note=note)))

    assert structure(made, html=html) == PLAIN["clear"][html]


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
@given(label=TEXTS.filter(str.strip))
def test_no_label_of_a_rule_set_changes_what_is_around_it(kind, label):
    made = decision(kind, note="A note.")
    rock = made.catalogue.frameworks["rock"]
    made.catalogue.frameworks["rock"] = {**rock, "label": label}

    assert structure(as_markdown(compose(made)), html=True) == PLAIN[kind][True]


@pytest.mark.parametrize("html", READERS)
@given(text=TEXTS)
def test_escaped_text_is_read_as_itself(html, text):
    """NUL has no place in Markdown; its readers show a replacement character."""
    inline = READERS[html].parse(f"a {escaped(text)} b")[1]
    shown = "".join(child.content for child in inline.children)

    assert all(child.type == "text" for child in inline.children)
    assert shown.split() == ["a", *text.replace("\x00", "\ufffd").split(), "b"]


@pytest.mark.parametrize("html", READERS)
@given(text=TEXTS.filter(str.strip))
def test_escaped_text_begins_no_block(html, text):
    for before in ("", "> ", "* ", "# ", "a\n"):
        kinds = [token.type for token in READERS[html].parse(before + escaped(text))]
        plain = [token.type for token in READERS[html].parse(before + "plain")]

        assert kinds == plain


@pytest.mark.parametrize("text", ["https://a.b", "HTTP://a.b", "www.a.b", "WWW.a.b"])
def test_an_address_in_the_text_turns_into_no_link_by_itself(text):
    """Its colon or dot is escaped, where GitHub's autolinks look for a bare one."""
    assert "\\://" in escaped(text) or "\\." in escaped(text)
    assert not re.search(r"(?<!\\)://|www\.", escaped(text), re.IGNORECASE)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.b"])
def test_only_web_addresses_become_links(url):
    section = Section("S", "s", (Paragraph((Span("x", url),)),))

    assert "](" not in as_markdown(Record("T", "proposed", TODAY, (section,)))


def test_a_fence_is_longer_than_what_is_inside():
    section = Section("S", "s", (Code("text", "a\n```\nb\n````"),))
    made = as_markdown(Record("T", "proposed", TODAY, (section,)))

    assert "`````text\na\n```\nb\n````\n`````" in made


def test_blanks_between_pieces_are_kept_once():
    section = Section("S", "s", (Bullets((line("a.", " ", "b"),)),))
    made = as_markdown(Record("T", "proposed", TODAY, (section,)))

    assert "* a. b\n" in made


def test_front_matter_has_status_and_date_and_nothing_typed():
    made = as_markdown(compose(decision(title="x\n---\nstatus: accepted")))

    assert made.startswith("---\nstatus: proposed\ndate: 2026-11-21\n---\n\n# x")
