"""What the caches between us and a reader may keep, decided in one place.

A view marks its response `public` (guide.public_pages). Here it gets its life, or loses
the mark: a cookie set, or a session looked at, makes it one person's.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

# Reads of ours that ask nobody who they are. A new router is private until named.
PUBLIC_READS = re.compile(
    r"/api/v1/(frameworks|comparisons|claims|questionnaire|rulesets|openapi\.json)(/|$)"
)
PRIVATE = "private, no-store"


class SharedCachesMiddleware:
    """Stands outside the session's middleware, which says last what was looked at."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not marked_public(request, response):
            return response
        if is_of_one_person(response):
            response["Cache-Control"] = PRIVATE
        elif response.status_code != 200:
            response["Cache-Control"] = "no-cache"
        else:
            # A browser asks again every time (and is told "not modified"); a shared
            # cache keeps the page until it is told to forget, or so many seconds.
            patch_cache_control(
                response,
                public=True,
                max_age=0,
                s_maxage=settings.SHARED_CACHE_SECONDS,
                stale_while_revalidate=settings.STALE_SECONDS,
            )
        return response


def marked_public(request: HttpRequest, response: HttpResponse) -> bool:
    control = response.get("Cache-Control", "")
    if "public" in control:
        return True
    read = request.method in ("GET", "HEAD") and not control
    return read and PUBLIC_READS.match(request.path_info) is not None


def is_of_one_person(response: HttpResponse) -> bool:
    vary = response.get("Vary", "").lower()
    return bool(response.cookies) or "cookie" in vary or vary == "*"
