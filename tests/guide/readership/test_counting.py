"""Reads are counted in aggregate, for public pages, once in a while, and forgotten."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from guide.models import PageReads
from guide.readership import counting
from tests.guide.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


def send(client, page_id, **extra):
    return client.post(f"/read/{page_id}/", **extra)


def reads(page) -> int:
    return sum(PageReads.objects.filter(page=page).values_list("count", flat=True))


def test_a_read_counts_once_for_page_and_day(client):
    page = make_article()
    assert send(client, page.pk).status_code == 204
    row = PageReads.objects.get(page=page)
    assert (row.day, row.count) == (timezone.localdate(), 1)


def test_a_second_address_counts_too_and_a_reload_does_not(client):
    page = make_article()
    for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
        assert send(client, page.pk, REMOTE_ADDR=address).status_code == 204
    assert reads(page) == 2
    assert PageReads.objects.filter(page=page).count() == 1


def test_one_address_adds_only_so_many_in_an_hour(client, monkeypatch):
    monkeypatch.setattr(counting, "MOST_PER_HOUR", 3)
    pages = [make_article() for _ in range(5)]
    for page in pages:
        send(client, page.pk)
    assert sum(reads(page) for page in pages) == 3


def test_the_address_is_kept_nowhere(client):
    send(client, make_article().pk, REMOTE_ADDR="192.0.2.77")
    kept = repr(list(cache._cache)) + repr(list(cache._cache.values()))
    assert "192.0.2.77" not in kept
    assert {f.name for f in PageReads._meta.fields} == {"id", "page", "day", "count"}


@pytest.mark.parametrize(
    "headers",
    [{"DNT": "1"}, {"Sec-GPC": "1"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["do-not-track", "privacy-control", "from-elsewhere"],
)
def test_who_does_not_want_to_be_counted_is_not(client, headers):
    page = make_article()
    assert send(client, page.pk, headers=headers).status_code == 204
    assert reads(page) == 0


@pytest.mark.parametrize("hidden", ["draft", "private"])
def test_a_page_nobody_may_read_does_not_exist(client, hidden):
    page = make_article(live=hidden == "private")
    if hidden == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert send(client, page.pk).status_code == 404
    assert not PageReads.objects.filter(page=page).exists()


@pytest.mark.parametrize("key", ["0", "999999", "9" * 30, "x", "-1"])
def test_other_numbers_do_not_exist(client, key):
    assert send(client, key).status_code == 404


def test_the_root_of_all_pages_is_none(client):
    assert send(client, Page.get_first_root_node().pk).status_code == 404


def test_only_a_post_counts(client):
    page = make_article()
    assert client.get(f"/read/{page.pk}/").status_code == 405
    assert reads(page) == 0


def test_no_cookie_and_no_token_are_needed_or_set():
    client = Client(enforce_csrf_checks=True)
    page = make_article()
    response = send(client, page.pk)
    assert response.status_code == 204
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert reads(page) == 1


def test_without_a_cache_nothing_counts_and_nothing_fails(client, monkeypatch):
    def broken(*_args, **_kwargs):
        raise ConnectionError

    monkeypatch.setattr(counting.cache, "add", broken)
    page = make_article()
    assert send(client, page.pk).status_code == 204
    assert reads(page) == 0


def test_a_hit_is_cheap(client, django_assert_max_num_queries):
    page = make_article()
    send(client, page.pk, REMOTE_ADDR="192.0.2.1")
    with django_assert_max_num_queries(2):
        send(client, page.pk, REMOTE_ADDR="192.0.2.2")


def test_old_days_are_forgotten(capsys):
    page = make_article()
    oldest = counting.oldest_day()
    for day in (oldest, oldest - timedelta(days=1), oldest - timedelta(days=90)):
        PageReads.objects.create(page=page, day=day, count=5)
    call_command("forget_reads")
    assert "Forgot 2" in capsys.readouterr().out
    assert reads(page) == 5


def test_only_published_pages_ask_to_be_counted(client):
    page = make_article()
    assert f'data-page="{page.pk}"' in client.get(page.url).content.decode()
    for path in ("/claims/", "/changes/", "/search/", "/advisor/"):
        assert "data-page" not in client.get(path).content.decode()
