"""The script that says a page was read: a number grows, and nobody is named."""

import sqlite3
from contextlib import closing

REFUSES = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"
SIGNED_IN = {"name": "sessionid", "value": "somebody"}


def reads(site, slug: str) -> int:
    """What the database has of this page, of all days."""
    query = (
        "SELECT COALESCE(SUM(count), 0) FROM guide_pagereads "
        "JOIN wagtailcore_page ON wagtailcore_page.id = page_id WHERE slug = ?"
    )
    file = site.log.parent / "data" / "site.sqlite3"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return database.execute(query, [slug]).fetchone()[0]


def is_beacon(message) -> bool:
    return "/read/" in message.url


def test_a_read_counts_once_and_carries_no_cookie(open_page, site):
    page = open_page()
    page.context.add_cookies([{**SIGNED_IN, "url": site.url}])
    before = reads(site, "method")
    with page.expect_response(is_beacon) as answered:
        page.goto("/method/")
    assert answered.value.status == 204
    assert "cookie" not in answered.value.request.all_headers()
    assert "set-cookie" not in answered.value.all_headers()
    with page.expect_response(is_beacon):
        page.reload()
    assert reads(site, "method") == before + 1


def test_a_page_in_the_background_counts_when_it_is_looked_at(open_page):
    page = open_page()
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.add_init_script(
        "Object.defineProperty(document, 'visibilityState',"
        " {get: () => window.seen ? 'visible' : 'hidden'})"
    )
    page.goto("/frameworks/litestar/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in sent if "/read/" in url]
    with page.expect_response(is_beacon):
        page.evaluate(
            "window.seen = true, document.dispatchEvent(new Event('visibilitychange'))"
        )


def test_global_privacy_control_keeps_it_silent(open_page, site):
    page = open_page(extra_http_headers={"Sec-GPC": "1"})
    page.add_init_script(REFUSES)
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.goto("/frameworks/quart/")
    page.wait_for_load_state("networkidle")
    assert sent
    assert not [url for url in sent if "/read/" in url]
    assert reads(site, "quart") == 0
