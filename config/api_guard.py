"""What every call under /api/ goes through, ours and Wagtail's alike."""

import unicodedata
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.cache import patch_vary_headers

from config.api_limits import member_of
from config.errors import PROBLEM_JSON, invalid, problem
from config.outages import WORDS
from guide.search import words_of

KEPT_HEADERS = ("Allow", "Retry-After")
LARGEST_WHOLE_NUMBER = 10**9
WHOLE_NUMBERS = ("limit", "offset")
# Where less than the site's own limit is accepted, in bytes.
SMALLER_BODIES = {"/api/v1/analyses": 256 * 1024}
DETAILS = {
    400: "The request could not be read.",
    404: "There is no such address in this API.",
    405: "This address does not know this method.",
    413: "The request body is larger than this site accepts.",
    500: "Something went wrong on our side. It has been logged.",
    **WORDS,
}


class ApiGuardMiddleware:
    """Refuse input no database can hold; turn HTML errors into problem documents."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/"):
            return self.get_response(request)
        response = self.refused(request) or self.get_response(request)
        if response.status_code >= 400 and not is_problem(response):
            response = as_problem(response)
        patch_vary_headers(response, ["Authorization"])
        if member_of(request) is not None:
            response["Cache-Control"] = "private, no-store"
        return response

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if request.path_info.startswith("/api/"):
            if isinstance(exception, RequestDataTooBig):
                return problem(413, DETAILS[413])
            if isinstance(exception, UnreadablePostError):
                return problem(400, DETAILS[400])
        return None

    def refused(self, request: HttpRequest) -> HttpResponse | None:
        if unprintable(request.path_info):
            return problem(404, DETAILS[404])
        if content_length(request) > largest_body(request.path_info):
            return problem(413, DETAILS[413])
        try:
            if request.encoding:  # whatever the caller says: JSON has no other
                request.encoding = "utf-8"
            items = list(query_items(request))
        except TooManyFieldsSent:
            return invalid([{"loc": ["query"], "msg": "has too many parameters"}])
        errors = [
            {"loc": ["query", name], "msg": message}
            for name, value in items
            if (message := why_not(name, value))
        ]
        if errors:
            return invalid(errors)
        if "search" in request.GET:
            search_for_words_only(request)
        return None


def is_problem(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith(PROBLEM_JSON)


def as_problem(response: HttpResponse) -> HttpResponse:
    status = response.status_code
    kept = {name: response[name] for name in KEPT_HEADERS if name in response}
    return problem(status, DETAILS.get(status, HTTPStatus(status).phrase), headers=kept)


def largest_body(path: str) -> int:
    """How many bytes this address accepts."""
    return SMALLER_BODIES.get(path, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


def content_length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def query_items(request: HttpRequest):
    for name, values in request.GET.lists():
        for value in values:
            yield name, value


def why_not(name: str, value: str) -> str:
    """Why this query parameter is refused; empty when it is not."""
    if unprintable(name) or unprintable(value):
        return "must not contain control characters or half characters"
    if name in WHOLE_NUMBERS and value.lstrip("-").isdecimal() and len(value) > 10:
        return f"must be at most {LARGEST_WHOLE_NUMBER}"
    if name == "search" and not words_of(value):
        return "must contain a letter or a digit"
    return ""


def unprintable(text: str) -> bool:
    """Whether `text` has control characters or halves of surrogate pairs."""
    if text.isascii() and text.isprintable():
        return False
    return any(unicodedata.category(char) in ("Cc", "Cs") for char in text)


def search_for_words_only(request: HttpRequest) -> None:
    """Leave of `search` what the site's own search would look for.

    SQLite's full-text syntax fails on a lone quote, Wagtail's parser on thousands of
    words, and neither says so in a way that could be told from a broken database.
    """
    query = request.GET.copy()
    query["search"] = " ".join(words_of(str(query["search"])))
    request.GET = query  # type: ignore[assignment] # immutable only by convention
