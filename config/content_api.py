"""Wagtail's own v3 content API, with the site's error shape for what it trips over."""

from django.core.exceptions import FieldError
from django.db import DataError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from wagtail.api.v3.urls import api as content_api

from config.errors import invalid, log

__all__ = ["content_api"]

# What Wagtail 8.0 raises, unhandled, for values that do not fit a field: a search no
# index can parse, a number no column can hold, a stream that is not a list of blocks.
READING_ERRORS = (DataError, OperationalError, ProgrammingError, OverflowError)
WRITING_ERRORS = (
    AttributeError,
    FieldError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
)
ORIGINAL_HANDLER = content_api._exception_handlers[Exception]


@content_api.exception_handler(Exception)
def refuse_what_does_not_fit(request: HttpRequest, exc: Exception) -> HttpResponse:
    """422 for values that cannot be read or stored; everything else stays a 500."""
    reading = request.method in ("GET", "HEAD")
    expected = READING_ERRORS if reading else READING_ERRORS + WRITING_ERRORS
    if not isinstance(exc, expected):
        return ORIGINAL_HANDLER(request, exc)
    log.warning("content_api_refused", path=request.path, error=repr(exc))
    place = "query" if reading else "body"
    message = "a value here does not fit the field it was given for"
    return invalid([{"loc": [place], "msg": message}])
