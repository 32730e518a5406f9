"""The change log as readers and feed readers get it."""

import xml.etree.ElementTree as ElementTree

import pytest
from wagtail.models import PageViewRestriction

from guide.changes import record_change
from guide.models import Change
from tests.guide.factories import make_article, make_claim

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
BOTH = ["/changes/", "/feed/changes/"]


def entry(**fields) -> Change:
    values = {"kind": "lab-run", "title": "A run", "what": "x", "why": "", "url": "/"}
    return record_change(**values | fields)


def changed_claim() -> None:
    claim = make_claim(statement="It flies.")
    claim.save_revision().publish()
    claim.status, claim.finding = "wrong", "It walks."
    claim.change_reason = "We looked."
    claim.save_revision().publish()


@pytest.mark.parametrize("path", BOTH)
def test_it_says_what_changed_and_why(client, path):
    changed_claim()
    html = client.get(path).content.decode()
    for words in ("It flies.", "We looked.", "Supported", "Wrong", "It walks."):
        assert words in html


@pytest.mark.parametrize("path", BOTH)
def test_a_draft_never_appears(client, path):
    claim = make_claim(statement="Only a draft.", live=False)
    claim.change_reason = "A secret reason."
    claim.save_revision()
    html = client.get(path).content.decode()
    assert "Only a draft." not in html
    assert "A secret reason." not in html


@pytest.mark.parametrize("path", BOTH)
@pytest.mark.parametrize("hidden", ["private", "unpublished"])
def test_entries_of_a_page_nobody_may_read_vanish(client, path, hidden):
    page = make_article(title="For some")
    entry(title="About For some", about=page)
    assert "About For some" in client.get(path).content.decode()
    if hidden == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.unpublish()
    assert "About For some" not in client.get(path).content.decode()


def test_entries_are_filtered_by_kind(client):
    entry(title="A measurement")
    entry(title="A new rule", kind="rule-set-published")
    html = client.get("/changes/?kind=lab-run").content.decode()
    assert "A measurement" in html
    assert "A new rule" not in html


def test_an_unknown_kind_is_named_and_all_are_shown(client):
    entry(title="A measurement")
    html = client.get("/changes/?kind=%3Cb%3Egossip").content.decode()
    assert "&lt;b&gt;gossip" in html
    assert "A measurement" in html


@pytest.mark.parametrize("query", ["page=0", "page=x", f"page={10**30}", "kind=%00"])
def test_odd_addresses_show_a_page(client, query):
    entry()
    assert client.get(f"/changes/?{query}").status_code == 200


def test_a_kind_without_entries_says_so(client):
    html = client.get("/changes/?kind=claim-withdrawn").content.decode()
    assert "Nothing yet" in html


@pytest.mark.parametrize("path", BOTH)
def test_more_entries_cost_no_more_queries(client, path, django_assert_max_num_queries):
    for number in range(30):
        claim = make_claim()
        entry(kind="claim-changed", about=claim)
        entry(kind="table-changed", about=make_article(slug=f"table-{number}"))
    client.get(path)
    with django_assert_max_num_queries(4):
        assert client.get(path).status_code == 200


def test_markup_in_words_stays_words(client):
    entry(title="<script>x</script>", what="<b>y</b>", why="<i>z</i>")
    html = client.get("/changes/").content.decode()
    assert "<script>x" not in html
    assert "&lt;b&gt;y" in html


def test_the_feed_is_atom_and_its_ids_are_its_own(client):
    claim = make_claim()
    entry(kind="claim-changed", about=claim)
    entry(kind="claim-changed", about=claim)
    response = client.get("/feed/changes/")
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    ids = [found.find(f"{ATOM}id").text for found in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) >= 3
    assert all(name.startswith("urn:uuid:") for name in ids)


def test_every_page_names_the_feed(client):
    assert 'href="/feed/changes/"' in client.get("/").content.decode()
