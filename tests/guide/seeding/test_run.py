"""Seeding is polite: each test is one thing an editor would be angry about."""

import copy
from datetime import date

import pytest

from guide.content_files import Content, ContentError, Record, load_content
from guide.models import (
    ArticlePage,
    Claim,
    ComparisonPage,
    Framework,
    IndexPage,
    SeedRecord,
)
from guide.seeding import Outcome, seed
from tests.guide.factories import make_article

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


ABOVE = [r for r in load_content().pages if r.data["type"] in ("home", "index")]


def content() -> Content:
    """One record of each kind, below the home and index pages of the shipped guide."""
    return Content(
        frameworks=[
            record(
                slug="bottle",
                name="Bottle",
                summary="A micro-framework in one file.",
                website="https://example.org/",
                repository="https://example.org/source/",
                licence="MIT",
                first_released_on=date(2009, 7, 1),
            )
        ],
        claims=[
            record(
                slug="bottle-is-one-file",
                statement="Bottle is one file.",
                frameworks=["bottle"],
                versions="0.13",
                status="supported",
                grade="A",
                checked_on=DAY,
                review_by=date(2027, 5, 22),
                sources=[
                    {"title": "x", "url": "https://example.org/", "retrieved_on": DAY}
                ],
            )
        ],
        comparisons=[
            record(
                slug="bottles",
                title="Bottles",
                summary="One framework.",
                frameworks=["bottle"],
                reviewed_on=DAY,
                rows=[
                    {
                        "criterion": "Files",
                        "group": "",
                        "explanation": "How many there are.",
                        "cells": [
                            {
                                "framework": "bottle",
                                "grade": "built-in",
                                "text": "One *file*.",
                                "claims": ["bottle-is-one-file"],
                            }
                        ],
                    }
                ],
            )
        ],
        pages=[
            *ABOVE,
            record(
                type="article",
                parent="guide",
                slug="bottle",
                title="Bottle",
                summary="What it is.",
                reviewed_on=DAY,
                sections=[
                    {
                        "heading": "What it is",
                        "anchor": "what-it-is",
                        "content": [
                            {
                                "type": "text",
                                "text": "It is **one** file.",
                                "claims": ["bottle-is-one-file"],
                            },
                            {"type": "comparison", "page": "bottles"},
                        ],
                    }
                ],
            ),
        ],
    )


def record(**data) -> Record:
    return Record(f"{data['slug']}.toml", data)


def run(shipped: Content):
    return seed(shipped, lambda line: None)


def changed(shipped: Content, **data) -> Content:
    """The same content with other words on its only page."""
    other = copy.deepcopy(shipped)
    other.pages[-1].data.update(data)
    return other


def page() -> ArticlePage:
    return ArticlePage.objects.get(slug="bottle")


def test_everything_missing_is_made_and_published(client):
    assert run(content()) == {Outcome.CREATED: 4, Outcome.UNCHANGED: len(ABOVE)}
    html = client.get("/guide/bottle/").content.decode()
    assert "It is <b>one</b> file." in html
    assert "One <i>file</i>." in html
    assert Framework.objects.get(slug="bottle").live
    assert (
        Claim.objects.get(slug="bottle-is-one-file").frameworks.get().name == "Bottle"
    )
    assert client.get("/compare/bottles/").status_code == 200


def test_a_second_run_changes_nothing():
    run(content())
    before = (page().latest_revision_id, SeedRecord.objects.count())
    assert run(content()) == {Outcome.UNCHANGED: 4 + len(ABOVE)}
    assert (page().latest_revision_id, SeedRecord.objects.count()) == before


def test_new_words_replace_what_nobody_edited():
    run(content())
    tally = run(changed(content(), title="Bottle 0.14"))
    assert tally == {Outcome.UPDATED: 1, Outcome.UNCHANGED: 3 + len(ABOVE)}
    assert page().title == "Bottle 0.14"


def test_what_an_editor_published_is_kept():
    run(content())
    edited = page()
    edited.title = "Our Bottle"
    edited.save_revision().publish()
    assert run(changed(content(), title="New"))[Outcome.KEPT] == 1
    assert page().title == "Our Bottle"


def test_a_draft_of_an_editor_is_kept():
    run(content())
    edited = page()
    edited.title = "Our draft"
    edited.save_revision()
    assert run(changed(content(), title="New"))[Outcome.KEPT] == 1
    assert page().title == "Bottle"
    assert page().get_latest_revision_as_object().title == "Our draft"


def test_what_an_editor_deleted_stays_deleted():
    run(content())
    page().delete()
    assert run(changed(content(), title="New"))[Outcome.REMOVED] == 1
    assert not ArticlePage.objects.filter(slug="bottle").exists()


def test_what_an_editor_unpublished_stays_unpublished():
    run(content())
    page().unpublish()
    assert run(changed(content(), title="New"))[Outcome.KEPT] == 1
    assert not page().live


def test_an_edited_claim_is_kept():
    run(content())
    claim = Claim.objects.get(slug="bottle-is-one-file")
    claim.statement = "Ours."
    claim.save_revision().publish()
    shipped = content()
    shipped.claims[0].data["statement"] = "New."
    assert run(shipped)[Outcome.KEPT] == 1
    assert Claim.objects.get(pk=claim.pk).statement == "Ours."


def test_an_updated_claim_keeps_its_key_and_replaces_its_sources():
    run(content())
    before = Claim.objects.get(slug="bottle-is-one-file")
    shipped = content()
    shipped.claims[0].data["sources"][0]["title"] = "y"
    run(shipped)
    after = Claim.objects.get(slug="bottle-is-one-file")
    assert after.pk == before.pk
    assert [source.title for source in after.sources.all()] == ["y"]


def test_a_page_that_an_editor_made_first_is_left_alone():
    make_article(slug="bottle", title="Mine")
    assert run(content())[Outcome.KEPT] == 1
    assert page().title == "Mine"


def test_a_page_is_left_alone_when_a_claim_it_names_was_removed():
    run(content())
    Claim.objects.get(slug="bottle-is-one-file").delete()
    tally = run(changed(content(), title="New"))
    assert tally[Outcome.KEPT] == 1
    assert page().title == "Bottle"


def test_pages_below_a_removed_index_are_not_made():
    run(content())
    page().delete()
    SeedRecord.objects.filter(key="page:guide/bottle").delete()
    IndexPage.objects.get(slug="guide").delete()
    tally = run(content())
    assert tally[Outcome.REMOVED] == 1
    assert not ArticlePage.objects.filter(slug="bottle").exists()


def test_a_moved_page_is_updated_where_it_stands():
    run(content())
    page().move(IndexPage.objects.get(slug="compare"), pos="last-child")
    run(changed(content(), title="Moved"))
    assert page().title == "Moved"
    assert page().get_parent().slug == "compare"


def test_a_wrong_record_stops_the_run_and_writes_nothing():
    shipped = content()
    shipped.pages[-1].data["sections"][0]["content"][0]["claims"] = ["nobody"]
    with pytest.raises(ContentError, match=r"bottle\.toml, sections.*nobody"):
        run(shipped)
    assert not Framework.objects.filter(slug="bottle").exists()


def test_a_cell_without_evidence_is_refused_with_its_row():
    shipped = content()
    del shipped.comparisons[0].data["rows"][0]["cells"][0]["claims"]
    with pytest.raises(ContentError, match="Row “Files”, cell 1"):
        run(shipped)


def test_a_script_in_the_words_arrives_as_text(client):
    shipped = content()
    block = shipped.pages[-1].data["sections"][0]["content"][0]
    block["text"] = "<script>alert(1)</script>"
    run(shipped)
    html = client.get("/guide/bottle/").content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_every_line_of_the_report_names_its_record():
    lines = []
    seed(content(), lines.append)
    assert "created: page:guide/bottle" in lines
    assert ComparisonPage.objects.filter(slug="bottles").exists()
