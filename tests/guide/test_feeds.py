import xml.etree.ElementTree as ElementTree

import pytest
from wagtail.models import PageViewRestriction

from tests.guide.factories import make_article, make_claim

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client) -> dict[str, str]:
    """Title and address of every entry."""
    root = ElementTree.fromstring(client.get("/feed/").content)
    return {
        entry.find(f"{ATOM}title").text: entry.find(f"{ATOM}link").get("href")
        for entry in root.iter(f"{ATOM}entry")
    }


def published_article(**fields):
    page = make_article(**fields)
    page.save_revision().publish()
    return page


def test_it_is_an_atom_feed(client):
    response = client.get("/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{ATOM}feed"


def test_a_published_page_comes_first(client):
    page = published_article(title="Just out")
    title, address = next(iter(entries(client).items()))
    assert title == "Just out"
    assert address.endswith(page.url)


def test_a_changed_claim_is_listed_with_its_mark(client):
    claim = make_claim(status="wrong", finding="No.", statement="It flies.")
    claim.save_revision().publish()
    assert entries(client)["Wrong: It flies."].endswith(f"/claims/{claim.slug}/")


def test_drafts_and_private_pages_are_not_listed(client):
    private = published_article(title="For some")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    draft = make_article(title="Not yet", live=False)
    draft.save_revision()
    make_claim(statement="Not yet.", live=False).save_revision()
    assert not [title for title in entries(client) if title.startswith(("For", "Not"))]


def test_the_feed_has_an_end(client):
    assert len(entries(client)) == 20
