import pytest

from guide.markdown import MarkdownError, to_rich_text, unwrapped
from guide.rich_text import INLINE_FEATURES, TEXT_FEATURES


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("- one\n  more\n- two", "- one more\n- two"),
        ("1. one\n2. two\nmore", "1. one\n2. two more"),
        ("text\n\n- one", "text\n\n- one"),
        ("\n one \n two\n", "one two"),
    ],
)
def test_lines_are_joined_as_a_reader_would(wrapped, joined):
    assert unwrapped(wrapped) == joined


def test_inline_code_survives():
    html = to_rich_text("Use `a_b <c>`.", INLINE_FEATURES, "here")
    assert html == "<p>Use <code>a_b &lt;c&gt;</code>.</p>"


def test_a_list_becomes_a_list():
    html = to_rich_text("- one\n  more\n- two", TEXT_FEATURES, "here")
    assert html == "<ul><li>one more</li><li>two</li></ul>"


def test_a_list_is_refused_where_only_words_are_allowed():
    with pytest.raises(MarkdownError, match=r"here: not allowed.*<li>, <ul>"):
        to_rich_text("- one", INLINE_FEATURES, "here")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_a_link_that_runs_code_loses_its_address(address):
    html = to_rich_text(f"[x]({address})", INLINE_FEATURES, "here")
    assert "href" not in html
