"""Each shipped claim, one by one."""

import re

import pytest

from guide.models import Claim
from tests.guide.content.statements import CLAIMS, CONTENT

FRAMEWORKS = {record.slug for record in CONTENT.frameworks}
ROWS = range(1, 39)  # of the fact check of the 2025 article

each_claim = pytest.mark.parametrize("record", CLAIMS.values(), ids=CLAIMS.keys())


@each_claim
def test_its_slug_is_short_and_plain(record):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.slug)
    assert len(record.slug) <= 80


@each_claim
def test_it_names_a_source_unless_it_is_opinion(record):
    sources = record.data.get("sources", [])
    assert sources or record.data["status"] == "opinion"
    for source in sources:
        assert source["url"].startswith("https://")
        assert source["retrieved_on"] <= record.data["checked_on"]


@each_claim
def test_it_has_a_known_status_and_grade_and_a_finding_where_needed(record):
    data = record.data
    assert data["status"] in Claim.Status.values
    assert data["grade"] in Claim.Grade.values
    assert data["status"] == "supported" or data.get("finding")


@each_claim
def test_it_is_about_known_frameworks_and_will_be_checked_again(record):
    assert set(record.data["frameworks"]) <= FRAMEWORKS
    assert record.data["checked_on"] < record.data["review_by"]


@each_claim
def test_it_is_whole_sentences(record):
    for name in ("statement", "finding"):
        words = record.data.get(name, "")
        assert words == words.strip()
        assert not words or words.endswith((".", "?", "”", '"'))


@each_claim
@pytest.mark.django_db
def test_it_is_published_with_its_sources(record):
    claim = Claim.objects.live().get(slug=record.slug)
    assert claim.statement == record.data["statement"]
    assert claim.sources.count() == len(record.data.get("sources", []))


def test_there_are_at_least_sixty():
    assert len(CLAIMS) >= 60


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_fact_check_is_answered(row):
    assert any(row in record.data.get("fact_check", []) for record in CLAIMS.values())


def test_no_claim_answers_a_row_that_is_not_there():
    rows = {row for r in CLAIMS.values() for row in r.data.get("fact_check", [])}
    assert rows <= set(ROWS)


@pytest.mark.django_db
def test_the_fact_check_page_lists_every_row(client):
    html = client.get("/guide/fact-check/").content.decode()
    missing = [row for row in ROWS if f'<td data-label="Row">{row}</td>' not in html]
    assert missing == []
