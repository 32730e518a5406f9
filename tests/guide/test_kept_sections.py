from datetime import date, timedelta

import pytest

from guide import kept_sections
from guide.citations import MOST_ON_THE_PAGE
from guide.kept_sections import ingredients
from guide.shelf import Shelf
from tests.guide.factories import (
    cell,
    make_article,
    make_claim,
    make_comparison,
    make_framework,
    row,
    section,
    text,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(kept_sections, "_kept", {})


@pytest.fixture
def claims():
    return [make_claim() for _ in range(MOST_ON_THE_PAGE + 1)]


def heavy(claims, *more):
    """A page with more claims than it carries itself."""
    return make_article(sections=[section("S", text("<p>Words.</p>", claims), *more)])


def shown(client, page) -> str:
    return client.get(page.url).content.decode()


def test_a_second_answer_is_the_same_and_builds_no_block(client, claims, monkeypatch):
    page = heavy(claims)
    first = shown(client, page)
    monkeypatch.setattr("guide.blocks.evidence.EvidenceBlock.get_context", None)
    assert shown(client, page) == first
    assert "<p>Words.</p>" in first


def test_new_words_are_shown(client, claims):
    page = heavy(claims)
    shown(client, page)
    page.sections[0].value["content"][0].value["text"].source = "<p>Others.</p>"
    page.save_revision().publish()
    assert "<p>Others.</p>" in shown(client, page)


def test_a_new_verdict_is_shown(client, claims):
    page = heavy(claims)
    assert "found wrong" not in shown(client, page)
    claims[0].status, claims[0].finding = "wrong", "No."
    claims[0].save()
    assert "1 found wrong" in shown(client, page)


def test_a_withdrawn_claim_disappears(client, claims):
    page = heavy(claims)
    assert f"{len(claims)} checked" in shown(client, page)
    claims[0].unpublish()
    text_now = shown(client, page)
    assert f"{len(claims) - 1} checked" in text_now or "All evidence" not in text_now


def test_a_review_date_that_passes_is_shown(client, claims, monkeypatch):
    page = heavy([*claims, make_claim(review_by=date(2099, 1, 1))])
    assert "to be re-checked" not in shown(client, page)
    later = date(2099, 1, 1) + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_a, **_k: later)
    assert "1 to be re-checked" in shown(client, page)


def test_a_linked_page_that_is_withdrawn_is_no_link(client, claims):
    target = make_article()
    link = text(f'<p><a linktype="page" id="{target.pk}">there</a></p>')
    page = heavy(claims, link)
    assert f'<a href="{target.url}">there</a>' in shown(client, page)
    target.unpublish()
    assert "<a>there</a>" in shown(client, page)


def test_an_embedded_table_is_shown_as_it_is_now(client, claims):
    framework = make_framework()
    named = cell(framework, claims=[claims[0].pk], opinion=False)
    table = make_comparison([framework], [row("Speed", named)])
    page = heavy(claims, ("comparison", {"page": table.pk}))
    assert "Speed" in shown(client, page)
    table.rows[0].value["criterion"] = "Haste"
    table.save_revision().publish()
    assert "Haste" in shown(client, page)
    framework.name = "Renamed"
    framework.save()
    assert "Renamed" in shown(client, page)


def test_pages_that_show_whole_claims_keep_nothing():
    page = make_article(sections=[section("S", text("<p>x</p>", [make_claim()]))])
    assert ingredients(page.readings[0], page.new_shelf()) is None


def test_lists_are_never_kept():
    page = make_article(sections=[section("S", ("reading_lists", {}))])
    shelf = Shelf()
    shelf.evidence_url = "/evidence/1/"
    assert ingredients(page.readings[0], shelf) is None


def test_no_more_than_a_bounded_number_is_kept(client, claims, monkeypatch):
    monkeypatch.setattr(kept_sections, "MOST_KEPT", 1)
    shown(client, heavy(claims))
    shown(client, heavy(claims[::-1]))
    assert len(kept_sections._kept) == 1
