import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from wagtail.models import Site

from guide import kept_for_edition, kept_site
from guide.kept_for_edition import KeptForEdition, watch_by
from guide.kept_site import KeptSiteMiddleware
from tests.guide.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(monkeypatch):
    """Watched, as where the page cache runs; write another into it to begin one."""
    number = [1]
    monkeypatch.setattr(kept_for_edition, "_watched", [])
    monkeypatch.setattr(kept_site, "_known", KeptForEdition(dict))
    watch_by(lambda: number[0])
    return number


def site_seen(request) -> Site | None:
    request.resolver_match = resolve(request.path_info)
    KeptSiteMiddleware(lambda _request: None).process_view(request)
    return Site.find_for_request(request)


def test_the_site_is_asked_for_once(edition, django_assert_num_queries):
    found = site_seen(RequestFactory().get("/"))
    with django_assert_num_queries(0):
        assert site_seen(RequestFactory().get("/guide/")) is found


def test_a_page_costs_two_queries_less(edition, client):
    page = make_article()
    client.get(page.url)
    with CaptureQueriesContext(connection) as known:
        client.get(page.url)
    edition[0] += 1
    with CaptureQueriesContext(connection) as anew:
        client.get(page.url)
    assert len(anew) - len(known) == 2


def test_a_new_edition_asks_again(edition):
    found = site_seen(RequestFactory().get("/"))
    edition[0] += 1
    assert site_seen(RequestFactory().get("/")) is not found


def test_nobody_who_may_write_gets_the_kept_one(edition):
    found = site_seen(RequestFactory().get("/"))
    assert site_seen(RequestFactory().post("/")) is not found
    assert site_seen(RequestFactory().get("/admin/pages/")) is not found


@pytest.mark.parametrize("path", ["/healthz", "/claims/", "/api/v1/frameworks"])
def test_what_is_no_page_asks_for_no_site(edition, path, django_assert_num_queries):
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    with django_assert_num_queries(0):
        KeptSiteMiddleware(lambda _request: None).process_view(request)


def test_where_nobody_watches_it_is_asked_each_time(edition, monkeypatch):
    monkeypatch.setattr(kept_for_edition, "_watched", [])
    first = site_seen(RequestFactory().get("/"))
    assert site_seen(RequestFactory().get("/")) is not first


def test_many_host_names_do_not_fill_the_memory(edition, monkeypatch, settings):
    settings.ALLOWED_HOSTS = ["*"]
    monkeypatch.setattr(kept_site, "MOST_HOSTS", 2)
    for number in range(5):
        site_seen(RequestFactory().get("/", headers={"host": f"h{number}.example"}))
    assert len(kept_site._known()) == 2
