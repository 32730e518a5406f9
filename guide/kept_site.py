"""The site a request is for, and its home page: known until the next edition.

Wagtail asks the database for both, in two queries, before it looks for any page.
Nobody may change what is kept here, so only requests that read get it, and none of
the admin's.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from guide.kept_for_edition import KeptForEdition

MOST_HOSTS = 100  # whoever asks may name many
ELSEWHERE = ("/admin/", "/django-admin/", "/account/", "/api/")

_known: KeptForEdition[dict[tuple[str, str], Site | None]] = KeptForEdition(dict)


class KeptSiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reads = request.method in ("GET", "HEAD")
        if reads and not request.path_info.startswith(ELSEWHERE):
            known, key = _known(), (request.get_host(), request.get_port())
            if key in known:
                request._wagtail_site = known[key]  # type: ignore[attr-defined]
            elif len(known) < MOST_HOSTS:
                known[key] = Site.find_for_request(request)
        return self.get_response(request)
