"""Wrong files are refused with the file, the record and the key."""

from pathlib import Path

import pytest

from guide.content_files import ContentError, load_content

CLAIM = """
[[claim]]
slug = "a"
statement = "A."
frameworks = []
versions = ""
status = "supported"
grade = "A"
checked_on = 2026-11-22
review_by = 2027-05-22
"""
PAGE = """
type = "article"
parent = "guide"
slug = "page"
title = "Page"
summary = "What it says."
reviewed_on = 2026-11-22
"""
SECTIONS = """
[[sections]]
heading = "%s"
anchor = "%s"
content = []
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_a_good_claim_is_read_with_its_place(tmp_path):
    content = load_content(write(tmp_path, "claims/some.toml", CLAIM))
    assert content.claims[0].place == "claims/some.toml, claim a"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[claim]", r"claims/some\.toml: "),
        ("[[claims]]", r"claims/some\.toml: unknown key 'claims'"),
        (CLAIM + "stauts = 1", r"claim a: unknown key 'stauts'"),
        (CLAIM.replace('grade = "A"', ""), r"claim a: 'grade' is missing"),
        (CLAIM.replace('"A."', "3"), r"claim a: 'statement' must be a str, not 3"),
        (CLAIM.replace("2026-11-22", '"soon"'), r"claim a: 'checked_on' must be a da"),
        (CLAIM + "sources = [{title = 'x'}]", r"claim a, source None: 'url' is miss"),
        (CLAIM + CLAIM, r"claim a: the slug 'a' is already used in claims/some\.toml"),
    ],
)
def test_a_wrong_claim_is_refused(tmp_path, text, message):
    with pytest.raises(ContentError, match=message):
        load_content(write(tmp_path, "claims/some.toml", text))


def test_a_page_gathers_the_sections_of_its_folder_in_order_of_name(tmp_path):
    write(tmp_path, "pages/page.toml", PAGE + SECTIONS % ("Zero", "zero"))
    write(tmp_path, "pages/page/20-two.toml", SECTIONS % ("Two", "two"))
    write(tmp_path, "pages/page/10-one.toml", SECTIONS % ("One", "one"))
    (record,) = load_content(tmp_path).pages
    headings = [section["heading"] for section in record.data["sections"]]
    assert headings == ["Zero", "One", "Two"]


def test_whole_pages_may_stand_in_the_folder_of_an_index_page(tmp_path):
    index = PAGE.replace('"article"', '"index"').replace('"page"', '"studies"')
    write(tmp_path, "pages/studies.toml", index)
    write(tmp_path, "pages/studies/one.toml", PAGE)
    slugs = {record.slug for record in load_content(tmp_path).pages}
    assert slugs == {"studies", "page"}


def test_a_page_without_a_type_is_refused(tmp_path):
    write(tmp_path, "pages/lonely.toml", PAGE.replace('type = "article"', ""))
    with pytest.raises(ContentError, match=r"pages/lonely\.toml: a page needs a type"):
        load_content(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (PAGE.replace('"article"', '"artikel"'), "unknown type 'artikel'"),
        (PAGE + 'question = "?"', "unknown key 'question'"),
        (PAGE.replace('"article"', '"framework"'), "'framework' is missing"),
    ],
)
def test_a_page_holds_what_its_type_allows(tmp_path, wrong, message):
    with pytest.raises(ContentError, match=message):
        load_content(write(tmp_path, "pages/page.toml", wrong))
