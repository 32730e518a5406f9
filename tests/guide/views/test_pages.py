from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import PageViewRestriction, ReferenceIndex

from guide.models import Claim, Framework
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


def test_what_is_no_page_is_not_named_as_one(client):
    claim = make_claim()
    ReferenceIndex.objects.create(
        base_content_type=ContentType.objects.get_for_model(Framework),
        content_type=ContentType.objects.get_for_model(Framework),
        object_id="1",  # also the key of the root of all pages
        to_content_type=ContentType.objects.get_for_model(Claim),
        to_object_id=str(claim.pk),
        model_path="claims",
        content_path="claims",
        content_path_hash=uuid4(),
    )
    assert "Root" not in client.get(claim.get_absolute_url()).content.decode()


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


def test_the_ledger_is_narrowed_to_a_verdict(client):
    make_claim("aaa-wrong", statement="Found wrong.", status="wrong")
    make_claim("aaa-right", statement="Found right.", status="supported")

    html = client.get("/claims/?status=wrong").content.decode()

    assert "Found wrong." in html
    assert "Found right." not in html
    assert '<a class="chip" href="?status=wrong" aria-current="true">Wrong</a>' in html


def test_its_next_page_is_of_the_same_verdict(client):
    for _ in range(60):
        make_claim(status="opinion")

    html = client.get("/claims/?status=opinion").content.decode()

    assert 'href="?status=opinion&amp;page=2"' in html


@pytest.mark.parametrize("asked", ["%3Cb%3Egossip", "SUPPORTED", "%00", "x" * 9000])
def test_a_verdict_that_does_not_exist_narrows_nothing(client, asked):
    html = client.get(f"/claims/?status={asked}").content.decode()

    assert "Page 1 of" in html
    assert "<b>gossip" not in html


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


def test_evidence_of_a_page_nobody_may_read_does_not_exist(client):
    page = cite(make_claim())
    address = reverse("guide:evidence", args=[page.pk])
    assert client.get(address).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("key", [1, 10**9, 10**30])
def test_evidence_of_no_page_of_ours_does_not_exist(client, key):
    assert client.get(f"/claims/on/{key}/").status_code == 404
