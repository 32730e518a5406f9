"""What a page of ours may load, and what other sites may load of ours.

The policies never change while a process runs, so each is put into words once.
"""

from collections.abc import Callable
from functools import cache

from csp.constants import HEADER, SELF, UNSAFE_INLINE
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Wagtail has inline scripts left: a looser policy for the two admins alone.
ADMIN_PATHS = ("/admin/", "/django-admin/")
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [SELF],
    "font-src": [SELF, "data:"],
}
# The card that social networks show, and the icon beside a link to us.
SHOWN_ELSEWHERE = "/static/img/"


class SecurityHeadersMiddleware:
    """Content-Security-Policy and Cross-Origin-Resource-Policy, by path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        path = request.path
        shown = path.startswith(SHOWN_ELSEWHERE)
        headers = response.headers
        headers["Cross-Origin-Resource-Policy"] = (
            "cross-origin" if shown else "same-origin"
        )
        # Django's own error pages in development are all inline.
        if not (settings.DEBUG and response.status_code in (404, 500)):
            headers.setdefault(HEADER, policy(path.startswith(ADMIN_PATHS)))
        return response


@cache
def policy(admin: bool) -> str:
    """The policy in the words of the header, its directives in alphabetical order."""
    built = build_policy(replace=ADMIN_POLICY if admin else None)
    return "; ".join(sorted(part.strip() for part in built.split(";")))
