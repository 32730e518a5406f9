import gzip

import pytest

from config.page_cache.stored_page import accepts_gzip, is_public, stored_page

PUBLIC = ("Cache-Control", "public, max-age=0, s-maxage=60")
HTML = ("Content-Type", "text/html; charset=utf-8")
LONG = b"<p>One question, two answers.</p>" * 100


def value(headers, name):
    found = [text for key, text in headers if key == name]
    assert len(found) == 1
    return found[0]


def test_a_long_page_is_kept_compressed_too():
    page = stored_page(LONG, [HTML, PUBLIC], 0)

    assert gzip.decompress(page.form(compressed=True).body) == LONG
    assert value(page.packed.headers, "Content-Encoding") == "gzip"
    assert value(page.packed.headers, "Content-Length") == str(len(page.packed.body))
    assert page.form(compressed=False).body == LONG


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"short", "text/html"), (LONG, "image/png")],
    ids=["short", "image"],
)
def test_what_compression_would_not_help_is_kept_plain(body, kind):
    page = stored_page(body, [("Content-Type", kind), PUBLIC], 0)

    assert page.packed is None
    assert page.form(compressed=True).body == body


def test_each_form_has_a_strong_validator_of_its_own():
    page = stored_page(LONG, [HTML, PUBLIC], 0)

    assert page.plain.etag != page.packed.etag
    assert not page.plain.etag.startswith("W/")
    assert page.is_known_as(f'"other", {page.packed.etag}')
    assert page.is_known_as(f"W/{page.plain.etag}")
    assert page.is_known_as("*")
    assert not page.is_known_as('"other"')


def test_the_same_bytes_have_the_same_validator_whenever_they_were_made():
    early, late = stored_page(LONG, [HTML], 1), stored_page(LONG, [HTML], 2)

    assert early.plain.etag == late.plain.etag


def test_the_validator_of_the_application_is_replaced_and_its_vary_kept():
    given = [HTML, PUBLIC, ("ETag", '"theirs"'), ("Vary", "HX-Request")]

    headers = stored_page(LONG, given, 0).plain.headers

    assert value(headers, "ETag") != '"theirs"'
    assert value(headers, "Vary") == "Accept-Encoding, HX-Request"


def test_not_modified_carries_no_word_about_a_body_it_does_not_have():
    unchanged = dict(stored_page(LONG, [HTML, PUBLIC], 0).packed.headers_unchanged)

    assert {"Content-Type", "Content-Length", "Content-Encoding"}.isdisjoint(unchanged)
    assert {"ETag", "Cache-Control", "Vary"} <= set(unchanged)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("gzip;q=1.0", True),
        ("br", False),
        ("", False),
    ],
)
def test_a_client_that_refuses_gzip_gets_none(header, expected):
    assert accepts_gzip(header) is expected


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", [PUBLIC]),
        ("301 Moved Permanently", [PUBLIC]),
        ("200 OK", []),
        ("200 OK", [("Cache-Control", "private, no-store")]),
        ("200 OK", [("Cache-Control", "public, no-store")]),
        ("200 OK", [PUBLIC, ("Set-Cookie", "sessionid=1")]),
        ("200 OK", [PUBLIC, ("vary", "Accept-Encoding, Cookie")]),
        ("200 OK", [PUBLIC, ("Vary", "*")]),
        ("200 OK", [PUBLIC, ("Vary", "Accept-Language")]),
    ],
    ids=str,
)
def test_whatever_may_be_one_persons_is_not_public(status, headers):
    assert not is_public(status, headers)


def test_what_says_it_is_public_and_depends_on_nobody_is():
    assert is_public("200 OK", [PUBLIC, ("Vary", "HX-Request, Authorization")])
