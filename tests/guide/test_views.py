import pytest
from wagtail.models import PageViewRestriction, ReferenceIndex

from tests.guide.factories import make_article, make_claim, section, text

pytestmark = pytest.mark.django_db


def cite(claim, **fields):
    page = make_article(sections=[section("S", text("<p>x</p>", [claim]))], **fields)
    ReferenceIndex.create_or_update_for_object(page)
    return page


def test_a_claim_shows_its_evidence_and_who_cites_it(client):
    claim = make_claim(versions="Flask 3.1.3", sources=2)
    page = cite(claim, title="Citing page")
    html = client.get(claim.get_absolute_url()).content.decode()
    for words in (claim.statement, "Flask 3.1.3", "Source 0", "Source 1", page.url):
        assert words in html


def test_a_page_that_readers_cannot_see_is_not_named(client):
    claim = make_claim()
    PageViewRestriction.objects.create(
        page=cite(claim, title="For some"), restriction_type="login"
    )
    cite(claim, title="Not yet", live=False)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "For some" not in html
    assert "Not yet" not in html


def test_a_draft_claim_is_not_found(client):
    assert client.get(make_claim(live=False).get_absolute_url()).status_code == 404
    assert client.get("/claims/nothing/").status_code == 404


def test_the_ledger_lists_published_claims_in_pages(client):
    make_claim("aaa-first", statement="Listed first.")
    make_claim("aaa-draft", statement="Not listed.", live=False)
    html = client.get("/claims/").content.decode()
    assert "Listed first." in html
    assert "Not listed." not in html
    assert "Page 1 of" in html


def test_the_ledger_costs_the_same_for_more_claims(
    client, django_assert_max_num_queries
):
    for _ in range(30):
        make_claim(sources=3)
    with django_assert_max_num_queries(5):
        client.get("/claims/")


def test_robots_are_told_where_the_sitemap_is(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines


def test_private_pages_are_not_in_the_sitemap(client):
    page = make_article(slug="for-some")
    assert "/guide/for-some/" in client.get("/sitemap.xml").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "/guide/for-some/" not in client.get("/sitemap.xml").content.decode()
