"""The site a request is for, and its home page: known until the next edition.

Wagtail asks the database for both, in two queries, before it looks for any page.
Nobody may change what is kept here, so only requests that read a page get it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from guide.kept_for_edition import KeptForEdition

MOST_HOSTS = 100  # whoever asks may name many

_known: KeptForEdition[dict[tuple[str, str], Site | None]] = KeptForEdition(dict)


class KeptSiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Before Wagtail looks for a page; other views may need no site at all."""
        match = request.resolver_match
        if request.method not in ("GET", "HEAD") or match is None:
            return
        if match.url_name != "wagtail_serve":
            return
        known, key = _known(), (request.get_host(), request.get_port())
        if key in known:
            request._wagtail_site = known[key]  # type: ignore[attr-defined]
        elif len(known) < MOST_HOSTS:
            known[key] = Site.find_for_request(request)
