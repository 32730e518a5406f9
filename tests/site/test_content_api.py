"""Wagtail's own API at /api/content/: nothing hidden leaks, nothing odd breaks it."""

import json

import pytest
from wagtail.models import Page, PageViewRestriction

from advisor.accounts.actions import create_api_token
from guide.models import ArticlePage, IndexPage
from tests.guide.factories import make_article

pytestmark = pytest.mark.django_db
PAGES = "/api/content/pages/"
SECRET = "Zanzibar"  # stands in hidden pages and nowhere else
ODD_QUERIES = [
    "search=%22", "search=a%22b", "search=a%00b", "search=" + "a+" * 3000, "search=+",
    "search=a+AND", "search=NEAR(a+b,+5)", "search=title:a", "search=%5Ea*", "search=(",
    "search=a+%26+%7C+%21+%3A*", "search=a&order=title", "search=a&title=b",
    "search=a%00&search=b", "offset=-1", f"offset={10**30}", "offset=999999999",
    "limit=0", "limit=-1", "limit=999999999", f"limit={10**30}", "limit=x",
    "order=nonsense", "order=owner__password", "order=random&offset=1", "order=-pk",
    "fields=*,-title", "fields=nonsense", "type=nonsense", "type=guide.Claim",
    "child_of=99999999999999999999", "descendant_of=9223372036854775808",
    "ancestor_of=x", "translation_of=-1", f"id={10**30}", "id=x", "site=a:b:c",
    "site=%5B::1", "locale=xx", "slug=%00", "live=maybe", "first_published_at=x",
    "type=guide.CaseStudyPage&decided_on=2020-13-45",
    "type=guide.FrameworkPage&framework=99999999999999999999",
]  # fmt: skip
ODD_ADDRESSES = [
    "99999999999999999999/", "9223372036854775808/", "-1/", "0/", "x/",
    "find/?html_path=%2500", "find/?html_path=/guide/&site=a:b", "find/?id=x",
    "{page}/?version=future", "{page}/?rich_text_format=pdf",
    "{page}/revisions/?user_id=x", "{page}/revisions/?created_at_from=x",
    "{page}/revisions/99999999999999999999/",
]  # fmt: skip
ODD_VALUES = [
    None, 1, 1e300, True, "", "x", [], [1], [None], [[]], [{}], {}, {"type": "x"},
    [{"type": "section"}], [{"type": "section", "value": None}],
    [{"type": "nonsense", "value": {}}], [{"type": {}, "value": {}}],
    [{"type": "section", "value": {"content": 1}}],
    [{"type": "section", "value": {"content": [{"type": "text", "value": 1}]}}],
    "2020-13-45", 10**30, "\x00", "\ud800", "x" * 100_000,
]  # fmt: skip


@pytest.fixture
def hidden() -> list[Page]:
    """A draft, an unpublished page, a private one, and a page below that."""
    draft = make_article(slug="draft", title=f"{SECRET} draft", live=False)
    gone = make_article(slug="gone", title=f"{SECRET} gone")
    gone.unpublish()
    private = make_article(slug="private", title=f"{SECRET} private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    public = ArticlePage.objects.get(slug="flask-vs-django")
    public.title = f"{SECRET} unpublished change"
    public.save_revision()
    return [draft, gone, private]


@pytest.fixture
def member_header(member) -> dict[str, str]:
    _, token = create_api_token(owner=member, name="a")
    return {"authorization": f"Bearer {token}"}


@pytest.fixture
def editor_header(administrator) -> dict[str, str]:
    _, token = create_api_token(owner=administrator, name="a")
    return {"authorization": f"Bearer {token}"}


@pytest.fixture(params=["nobody", "session", "member's token", "bad token"])
def headers(request, client, administrator, member_header):
    """Callers without a right to see more than is published."""
    if request.param == "session":  # not even an administrator's counts here
        client.force_login(administrator)
    if request.param == "bad token":
        return {"authorization": "Bearer wrong"}
    return member_header if request.param == "member's token" else {}


def test_published_pages_are_read_by_anybody(client):
    body = client.get(f"{PAGES}?limit=20").json()
    assert body["count"] > 10
    page = ArticlePage.objects.get(slug="flask-vs-django")
    read = client.get(f"{PAGES}{page.pk}/")
    assert read.status_code == 200
    assert read.json()["title"] == page.title


def test_hidden_pages_leak_nowhere(client, headers, hidden):
    article = ArticlePage.objects.get(slug="flask-vs-django")
    for query in ("", "?limit=20&offset=20", f"?search={SECRET}", "?slug=draft",
                  "?slug=private", "?type=guide.ArticlePage", "?order=-id",
                  f"?descendant_of={hidden[2].pk}", f"?child_of={hidden[2].pk}",
                  f"?ancestor_of={hidden[0].pk}", "?live=false",
                  f"find/?id={hidden[0].pk}", "find/?html_path=/guide/private/",
                  f"{article.pk}/", f"{article.pk}/?version=draft",
                  f"{article.pk}/revisions/"):  # fmt: skip
        answer = client.get(PAGES + query, headers=headers, follow=True)
        assert SECRET not in answer.content.decode(), query
    for page in hidden:
        for tail in ("", "?version=draft", "revisions/"):
            answer = client.get(f"{PAGES}{page.pk}/{tail}", headers=headers)
            assert answer.status_code in (401, 403, 404), (page, tail)


@pytest.mark.parametrize("action", ["publish", "unpublish", "copy", "move"])
def test_nobody_without_rights_changes_a_page(client, headers, action):
    page = ArticlePage.objects.get(slug="flask-vs-django")
    before = page.latest_revision_id, page.live, Page.objects.count()

    answers = [
        client.delete(f"{PAGES}{page.pk}/", headers=headers),
        client.post(
            f"{PAGES}{page.pk}/actions/{action}/",
            {"destination_id": page.pk},
            content_type="application/json",
            headers=headers,
        ),
        client.patch(
            f"{PAGES}{page.pk}/",
            {"title": "Mine"},
            content_type="application/json",
            headers=headers,
        ),
    ]

    assert {answer.status_code for answer in answers} <= {401, 403, 404, 405}
    page.refresh_from_db()
    assert (page.latest_revision_id, page.live, Page.objects.count()) == before


def assert_harmless(response, sent):
    assert response.status_code < 500, (sent, response.content[:200])
    if response.status_code >= 400:
        assert response["Content-Type"] == "application/problem+json", sent
        assert response.json()["status"] == response.status_code


@pytest.mark.parametrize("who", ["nobody", "editor"])
@pytest.mark.parametrize("query", ODD_QUERIES, ids=lambda query: query[:40])
def test_no_query_breaks_it(client, editor_header, query, who):
    client.raise_request_exception = False
    headers = editor_header if who == "editor" else {}
    assert_harmless(client.get(f"{PAGES}?{query}", headers=headers), query)


@pytest.mark.parametrize("address", ODD_ADDRESSES)
def test_no_address_breaks_it(client, editor_header, address):
    client.raise_request_exception = False
    page = IndexPage.objects.get(slug="guide")
    path = PAGES + address.format(page=page.pk)
    for headers in ({}, editor_header):
        assert_harmless(client.get(path, headers=headers), address)


@pytest.mark.parametrize("value", ODD_VALUES, ids=lambda value: ascii(value)[:30])
def test_no_body_breaks_it(client, editor_header, value):
    client.raise_request_exception = False
    article = ArticlePage.objects.get(slug="flask-vs-django")
    parent = article.get_parent()
    new = {"meta": {"type": "guide.ArticlePage", "parent_id": parent.pk}, "title": "T"}
    calls = [
        ("PATCH", f"{article.pk}/", value),
        ("PATCH", f"{article.pk}/", {"title": value}),
        ("PATCH", f"{article.pk}/", {"slug": value}),
        ("PATCH", f"{article.pk}/", {"sections": value}),
        ("PATCH", f"{article.pk}/", {"meta": value}),
        ("PATCH", f"{article.pk}/", {"meta": {"type": value}}),
        ("POST", "", value),
        ("POST", "", new | {"slug": value}),
        ("POST", "", new | {"sections": value}),
        ("POST", "", {"meta": {"type": value, "parent_id": value}}),
        ("POST", f"{article.pk}/actions/move/", {"destination_id": value}),
        ("POST", f"{article.pk}/actions/copy/", {"slug": value}),
    ]
    for method, path, body in calls:
        sent = json.dumps(body)
        response = client.generic(
            method, PAGES + path, sent, "application/json", headers=editor_header
        )
        assert_harmless(response, (method, path, sent[:80]))
    assert Page.find_problems() == ([],) * 5


def test_a_page_cannot_be_moved_to_the_root_of_all(client, editor_header):
    page = ArticlePage.objects.get(slug="flask-vs-django")
    response = client.post(
        f"{PAGES}{page.pk}/actions/move/",
        {"destination_id": Page.get_first_root_node().pk},
        content_type="application/json",
        headers=editor_header,
    )
    assert response.status_code == 422


def test_a_write_that_fails_leaves_nothing_behind(client, editor_header):
    parent = IndexPage.objects.get(slug="guide")
    before = (parent.numchild, Page.objects.count())
    response = client.post(
        PAGES,
        {"meta": {"type": "guide.ArticlePage", "parent_id": parent.pk}, "title": "T"},
        content_type="application/json",
        headers=editor_header,
    )
    assert response.status_code == 422
    parent.refresh_from_db()
    assert (parent.numchild, Page.objects.count()) == before


def test_a_failure_of_ours_is_not_called_the_callers(
    client, editor_header, monkeypatch
):
    def broken(*args, **kwargs):
        raise TypeError("secret detail")

    monkeypatch.setattr("wagtail.actions.edit_page.EditPageAction.execute", broken)
    client.raise_request_exception = False
    page = ArticlePage.objects.get(slug="flask-vs-django")
    response = client.patch(
        f"{PAGES}{page.pk}/",
        {"title": "New"},
        content_type="application/json",
        headers=editor_header,
    )
    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert "secret" not in response.content.decode()


def test_an_editor_with_a_token_changes_and_publishes(client, editor_header):
    page = ArticlePage.objects.get(slug="flask-vs-django")
    changed = client.patch(
        f"{PAGES}{page.pk}/",
        {"title": "A new title"},
        content_type="application/json",
        headers=editor_header,
    )
    assert changed.status_code == 200
    assert client.get(f"{PAGES}{page.pk}/").json()["title"] == page.title
    published = client.post(f"{PAGES}{page.pk}/actions/publish/", headers=editor_header)
    assert published.status_code == 200
    assert client.get(f"{PAGES}{page.pk}/").json()["title"] == "A new title"
