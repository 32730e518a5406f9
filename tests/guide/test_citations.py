from types import SimpleNamespace

import pytest

from guide.citations import WORDS, cite, places_in, tally
from tests.guide.factories import make_article, make_claim, section, text


def claim(pk: int, mark: str = "checked"):
    return SimpleNamespace(pk=pk, mark=mark)


def numbers(citations):
    return [citation.number for citation in citations]


def test_a_claim_cited_twice_keeps_its_number():
    places: dict[int, int] = {}
    assert numbers(cite([claim(7), claim(9)], places)) == [1, 2]
    assert numbers(cite([claim(9), claim(3)], places)) == [2, 3]


def test_numbers_are_places_in_the_list():
    listed = [claim(7), claim(9)]
    assert numbers(cite([claim(9)], places_in(listed))) == [2]


def test_marks_are_counted_the_checked_ones_first():
    claims = [claim(1, "disputed"), claim(2), claim(3)]
    assert [count.text for count in tally(claims)] == ["2 checked", "1 disputed"]


@pytest.mark.parametrize("mark", WORDS)
def test_every_mark_has_its_words(mark):
    (count,) = tally([claim(1, mark)])
    assert (count.mark, count.text) == (mark, f"1 {WORDS[mark]}")


@pytest.mark.django_db
def test_a_short_page_carries_its_evidence(client):
    cited = make_claim(sources=1)
    page = make_article(sections=[section("S", text("<p>x</p>", [cited]))])
    html = client.get(page.url).content.decode()
    assert "1 checked" in html
    for words in (cited.get_absolute_url(), cited.statement, "Source 0"):
        assert words in html


@pytest.mark.django_db
def test_a_long_page_lists_its_evidence_at_an_own_address(client):
    claims = [make_claim() for _ in range(61)]
    page = make_article(sections=[section("S", text("<p>x</p>", claims))])
    html = client.get(page.url).content.decode()
    address = f"/claims/on/{page.pk}/"
    assert f'<a href="{address}#e61">61</a>' in html
    assert claims[60].statement not in html
    evidence = client.get(address).content.decode()
    assert '<li class="claim-list__item" id="e61">' in evidence
    for one in claims:
        assert one.statement in evidence
