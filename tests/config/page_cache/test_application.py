"""The cache around a small application that counts how often it is asked."""

import gzip

import pytest
from django.test import RequestFactory

from config.page_cache.application import PageCache

PUBLIC = "public, max-age=0, s-maxage=60"
BODY = b"<p>A page that everybody may read.</p>" * 40


class Application:
    """Answers every address; `headers` and `status` are what the next answer says."""

    def __init__(self):
        self.asked = []
        self.status = "200 OK"
        self.headers = [("Content-Type", "text/html"), ("Cache-Control", PUBLIC)]
        self.meanwhile = lambda: None

    def __call__(self, environ, start):
        self.asked.append(environ)
        self.meanwhile()
        start(self.status, list(self.headers))
        return [BODY]


class Watch:
    """An edition that changes when the test says so."""

    def __init__(self):
        self.edition = 1

    def start(self):
        pass


@pytest.fixture
def application():
    return Application()


@pytest.fixture
def cache(application):
    cache = PageCache(application, 10_000_000)
    cache.watch = Watch()
    return cache


def get(cache, path="/", method="GET", **headers):
    environ = RequestFactory().generic(method, path, headers=headers).environ
    said = []
    body = b"".join(cache(environ, lambda *args: said.append(args)))
    return said[0][0], dict(said[0][1]), body


def test_a_public_page_is_made_once(cache, application):
    first, second = get(cache), get(cache)

    assert first == second
    assert first[2] == BODY
    assert len(application.asked) == 1


def test_the_compressed_form_is_sent_to_who_takes_it(cache):
    _, headers, body = get(cache, **{"accept-encoding": "gzip, br"})

    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == BODY


def test_a_second_visit_is_answered_304_without_the_application(cache, application):
    etag = get(cache)[1]["ETag"]

    status, headers, body = get(cache, **{"if-none-match": etag})

    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == etag
    assert len(application.asked) == 1


def test_a_first_visit_with_a_validator_still_makes_the_whole_page(cache, application):
    get(cache, **{"if-none-match": '"old"'})

    assert "HTTP_IF_NONE_MATCH" not in application.asked[0]
    assert get(cache)[2] == BODY
    assert len(application.asked) == 1


def test_head_is_answered_from_the_page_without_its_body(cache, application):
    length = get(cache)[1]["Content-Length"]

    _, headers, body = get(cache, method="HEAD")

    assert (headers["Content-Length"], body) == (length, b"")
    assert len(application.asked) == 1


@pytest.mark.parametrize(
    "other",
    [{"path": "/?q=1"}, {"host": "other.example"}, {"x-forwarded-proto": "https"}],
    ids=str,
)
def test_another_address_is_another_page(cache, application, other):
    get(cache)
    get(cache, **other)

    assert len(application.asked) == 2


@pytest.mark.parametrize(
    "own",
    [
        {"authorization": "Bearer x"},
        {"hx-request": "true"},
        {"range": "bytes=0-1"},
        {"method": "POST"},
        {"path": "/admin/"},
        {"path": "/account/"},
    ],
    ids=str,
)
def test_who_asks_for_something_of_their_own_is_never_answered_from_it(
    cache, application, own
):
    get(cache, own.get("path", "/"))
    get(cache, **own)
    get(cache, **own)

    assert len(application.asked) == 3


@pytest.mark.parametrize(
    "private",
    [
        [("Cache-Control", "private, no-store")],
        [("Cache-Control", PUBLIC), ("Set-Cookie", "a=b")],
        [("Cache-Control", PUBLIC), ("Vary", "Cookie")],
        [],
    ],
    ids=str,
)
def test_what_is_one_persons_is_passed_on_untouched_and_not_kept(
    cache, application, private
):
    application.headers = private

    status, headers, body = get(cache)
    get(cache)

    assert (status, headers, body) == ("200 OK", dict(private), BODY)
    assert len(application.asked) == 2
    assert len(cache.pages) == 0


def test_an_error_is_not_kept(cache, application):
    application.status = "500 Internal Server Error"
    get(cache)
    application.status = "200 OK"

    assert get(cache)[0] == "200 OK"


def test_a_page_made_while_something_was_published_is_nobody_elses(cache, application):
    def publish():
        cache.watch.edition += 1

    application.meanwhile = publish

    assert "s-maxage" not in get(cache)[1]["Cache-Control"]
    assert len(cache.pages) == 0


def test_before_the_edition_is_known_nothing_is_kept(cache):
    cache.watch.edition = None

    assert get(cache)[2] == BODY
    assert len(cache.pages) == 0


def test_forgetting_reaches_the_proxys_folder(application, tmp_path):
    cache = PageCache(application, 1000, tmp_path)
    (tmp_path / ("0" * 32)).write_text("nginx's copy")

    cache.forget()

    assert list(tmp_path.iterdir()) == []
