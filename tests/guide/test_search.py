import pytest
from wagtail.models import PageViewRestriction

from guide.search import MAX_QUERY, SNIPPET, excerpt, words_of
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

# Each of these broke a search somewhere: full-text syntax, encodings, sizes.
NASTY = {
    "lone double quote": '"',
    "lone single quote": "'",
    "blanks": "  \t\n ",
    "nul": "\0",
    "nul inside": "fla\0sk",
    "operators": "AND OR NOT NEAR(",
    "star": "*",
    "column filter": "title : x",
    "brackets": "((({[",
    "percent": "%s %d %",
    "backslash": "\\",
    "underscores": "___",
    "caret": "^flask",
    "minus": "-flask",
    "sql": "'; DROP TABLE guide_claim; --",
    "emoji": "🧪🦄",
    "combining": "e\u0301\u0300\u0302",
    "right to left": "\u202eksalf",
    "chinese": "框架",
    "huge": "flask " * 20_000,
    "one huge word": "x" * 50_000,
    "many words": " ".join(f"w{n}" for n in range(1000)),
    "script": "<script>alert(1)</script>",
}


@pytest.mark.parametrize("typed", NASTY.values(), ids=NASTY.keys())
def test_nothing_typed_breaks_the_search(client, typed):
    response = client.get("/search/", {"q": typed})
    assert response.status_code == 200
    assert "<script>alert(1)" not in response.content.decode()


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF%FE", "%00", "%", "%C0%AF"])
def test_broken_bytes_in_the_address_do_not_break_it(client, raw):
    assert client.get(f"/search/?q={raw}").status_code == 200


def test_a_lone_surrogate_is_dropped():
    assert words_of("fl\ud800ask") == ["flask"]


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 40, "1e3", "\0"])
def test_a_nonsense_page_number_shows_the_nearest_page(client, number):
    response = client.get("/search/", {"q": "flask", "page": number})
    assert response.status_code == 200
    assert "search-result" in response.content.decode()


def found(client, words: str) -> str:
    return client.get("/search/", {"q": words}).content.decode()


def test_words_in_a_section_are_found_with_their_context(client):
    body = text("<p>Some words before. The quokka is a marsupial.</p>")
    page = make_article(title="Animals", sections=[section("S", body)])
    html = found(client, "quokka")
    assert page.url in html
    assert "quokka is a marsupial" in html


def test_the_anchor_of_a_section_is_no_text(client):
    body = text("<p>The quokka is a marsupial.</p>")
    make_article(title="Animals", sections=[section("Small ones", body)])

    html = found(client, "quokka")

    assert "Small ones The quokka" in html
    assert "small-ones" not in html


def test_words_in_a_table_cell_are_found(client):
    one = make_framework()
    table = make_comparison([one], [row("A", cell(one, text="<p>A quokka.</p>"))])
    assert table.url in found(client, "quokka")


def test_claims_are_found_and_lead_to_their_page(client):
    make_claim("quokka", statement="The quokka is a marsupial.")
    assert 'href="/claims/quokka/"' in found(client, "quokka")


def test_all_words_must_occur(client):
    make_claim(statement="The quokka is a marsupial.")
    assert "Nothing found" in found(client, "quokka zeppelin")


def test_nothing_found_says_so(client):
    assert "Nothing found" in found(client, "zeppelinzeppelin")


def test_an_empty_search_asks_for_words(client):
    html = client.get("/search/").content.decode()
    assert "search-form" in html
    assert "Nothing found" not in html


def test_drafts_are_not_found(client):
    make_article(title="Quokka", live=False)
    make_claim(statement="Quokka.", live=False)
    assert "Nothing found" in found(client, "quokka")


def test_private_pages_and_what_is_below_them_are_not_found(client):
    page = make_article(title="Quokka")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert "Nothing found" in found(client, "quokka")


def test_what_was_typed_stays_in_the_field(client):
    assert 'value="a &quot;b&quot;"' in found(client, 'a "b"')


def test_results_come_in_pages(client):
    for number in range(25):
        make_claim(statement=f"Quokka number {number}.")
    first = found(client, "quokka")
    assert first.count('class="search-result"') == 10
    assert "Page 1 of 3" in first
    last = client.get("/search/", {"q": "quokka", "page": "3"}).content.decode()
    assert last.count('class="search-result"') == 5


def test_pages_and_claims_share_a_page_of_results(client):
    for number in range(6):
        make_article(title=f"Quokka {number}")
        make_claim(statement=f"Quokka {number}.")
    first = found(client, "quokka")
    assert first.count('class="search-result"') == 10
    assert "Page 1 of 2" in first


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_search_only_reads(client, method):
    assert getattr(client, method)("/search/?q=x").status_code == 405


def test_an_excerpt_is_cut_between_words_around_the_first_hit():
    parts = ["word " * 100, "here is the quokka", "word " * 100]
    piece = excerpt(parts, ["quokka"])
    assert "here is the quokka" in piece
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert len(piece) <= SNIPPET + 4


def test_only_so_much_is_searched_for():
    assert sum(map(len, words_of("x" * 1000))) == MAX_QUERY
