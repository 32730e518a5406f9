"""Nothing on the public site leads nowhere."""

import re
from collections import deque
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

import pytest

pytestmark = pytest.mark.django_db
# Addresses that belong to one person or that no reader follows.
PRIVATE = ("/admin/", "/django-admin/", "/account/", "/advisor/saved/", "/static/")
MOST_PAGES = 400


class References(HTMLParser):
    """Collects the links and the ids of one document."""

    def __init__(self, html: str):
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if "id" in values:
            self.ids.add(values["id"])


@pytest.fixture(scope="module")
def crawled(django_db_setup, django_db_blocker):
    """Every page reachable from the home page, by path: its references."""
    from django.test import Client

    client, pages, waiting = Client(), {}, deque(["/"])
    with django_db_blocker.unblock():
        while waiting and len(pages) < MOST_PAGES:
            path = waiting.popleft()
            if path in pages:
                continue
            response = client.get(path)
            assert response.status_code == 200, f"{path}: {response.status_code}"
            html = "text/html" in response["Content-Type"]
            pages[path] = References(response.content.decode() if html else "")
            waiting.extend(
                target
                for link in pages[path].links
                if (target := internal_path(link))
                and not target.startswith(PRIVATE)
                # one answered question leads to every other: the wizard has its tests
                and not re.match(r"/advisor/[\w-]+/\?", target)
                # every claim has one and the same form
                and not target.startswith("/corrections/new/?claim=")
            )
    return pages


def internal_path(link: str) -> str:
    """The path and query of a link into this site, without its fragment."""
    parts = urlsplit(urldefrag(link).url)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_the_crawl_reached_every_part_of_the_site(crawled):
    parts = ("/guide/", "/compare/", "/frameworks/", "/advisor/", "/search/")
    missing = [p for p in parts if not any(path.startswith(p) for path in crawled)]
    assert missing == []
    assert len(crawled) < MOST_PAGES


def test_every_fragment_exists_on_its_page(crawled):
    broken = [
        f"{path} -> {link}"
        for path, page in crawled.items()
        for link in page.links
        if (fragment := urldefrag(link).fragment)
        and (target := internal_path(link) or (path if link.startswith("#") else ""))
        and target in crawled
        and fragment not in crawled[target].ids
    ]
    assert broken == []
