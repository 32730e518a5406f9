"""Cross-Origin-Resource-Policy: what other sites may put into pages of theirs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# The card that social networks show, and the icon beside a link to us.
SHOWN_ELSEWHERE = "/static/img/"


class ResourcePolicyMiddleware:
    """Nothing but our pictures is loaded by another site's page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        shown = request.path_info.startswith(SHOWN_ELSEWHERE)
        policy = "cross-origin" if shown else "same-origin"
        response["Cross-Origin-Resource-Policy"] = policy
        return response
