"""Hostile words in every field that keeps words: shown as they are, by everything.

The words are written past every form and check, into every column, block and document;
then three people read all they can reach: pages, both admins, feeds, APIs and files.
What single formats make of odd words in detail: tests/advisor/exports,
tests/guide/test_table_files.py, test_structured_data.py, test_llms.py,
feedback/test_hostile_words.py.
"""

import pytest

from tests.site.attacks.crawling import Answer
from tests.site.attacks.hostile_words import PARAGRAPHS, RICH, fields_with_words
from tests.site.attacks.shown import INERT, READERS, WORKBOOK

# Asked of an editor, and kept in the change log instead; or the address of a source.
SEEN_ELSEWHERE = {
    "guide.LinkCheck.url",
    "guide.Claim.change_reason",
    "guide.ComparisonPage.change_reason",
    "guide.Framework.change_reason",
}
MUST_BE_SEEN = {
    "advisor.OwnRuleSet.name", "advisor.Recommendation.note", "advisor.User.first_name",
    "advisor.RuleSet.questions.text", "guide.Claim.statement", "guide.Comment.writer",
    "guide.ComparisonPage.rows.cells.notes (rich)", "guide.Correction.wrong",
    "guide.Framework.summary", "guide.LinkCheck.detail", "wagtailcore.Site.site_name",
    "wagtaildocs.Document.title", "wagtailimages.Image.title", "taggit.Tag.name",
    "wagtailcore.APIToken.name", "wagtailcore.Collection.name",
}  # fmt: skip
# On purpose: robots and people with programs read these as they are.
ANSWERS_WITH_MARKS = {
    "text/html": PARAGRAPHS + RICH,
    "application/atom+xml": '<a><b type="html">&lt;xss-probe&gt;</b></a>',
    "application/xml": "<a><xss-probe/></a>",
    "text/csv": "a,=1+1\r\n",
    "text/markdown": "# forged\n\n[a](javascript:b)",
}


def test_every_field_is_filled_and_seen_somewhere(shown):
    seen = set().union(*(shown.marks.seen_in(a.text) for a in shown.answers))
    filled = set(shown.marks.fields.values())

    assert shown.marks.empty == []
    assert filled - seen - SEEN_ELSEWHERE == set()
    assert filled >= MUST_BE_SEEN
    assert len(filled) > 150


def test_all_three_reach_most_of_the_site(shown):
    reached = {person: set() for person in ("anonymous", "owner", "admin")}
    for answer in shown.answers:
        if answer.status == 200:
            reached[answer.person].add(answer.path.partition("?")[0])

    assert {name for name, paths in reached.items() if len(paths) < 100} == set()
    assert "/admin/reports/site-history/" in reached["admin"]
    assert any("/ruleset/edit/" in path for path in reached["admin"])
    assert {answer.kind for answer in shown.answers} >= {*ANSWERS_WITH_MARKS, WORKBOOK}


def test_nothing_that_was_read_failed(shown):
    failed = [(a.person, a.path, a.status) for a in shown.answers if a.status >= 500]

    assert failed == []


@pytest.mark.parametrize("kind", READERS)
def test_no_word_becomes_more_than_words(shown, kind):
    found = {
        (answer.path, words[:200])
        for answer in shown.of_kind(kind)
        for words in READERS[kind](answer)
    }

    assert sorted(found) == []


@pytest.mark.parametrize("kind", ANSWERS_WITH_MARKS)
def test_what_became_more_would_be_found(kind):
    body = ANSWERS_WITH_MARKS[kind].format(7).encode()

    assert READERS[kind](Answer("nobody", "/", 200, {"Content-Type": kind}, body))


def test_what_nobody_reads_here_is_never_shown_as_a_page(shown):
    others = [a for a in shown.answers if a.body and a.kind not in READERS]

    assert {answer.kind for answer in others} <= INERT
    assert {
        a.path for a in others if a.headers.get("X-Content-Type-Options") is None
    } == set()


def test_no_header_holds_a_word_of_somebody(shown):
    found = [
        (answer.path, value)
        for answer in shown.answers
        for name, value in answer.headers.items()
        if shown.marks.seen_in(value) and name != "Location"
    ]

    assert found == []


def test_the_walk_finds_the_fields_it_must():
    names = {
        f"{model._meta.label}.{field.name}" for model, field in fields_with_words()
    }

    assert names >= {name for name in MUST_BE_SEEN if name.count(".") == 2} - {
        "guide.ComparisonPage.rows.cells.notes (rich)"
    }
    assert len(names) > 80
