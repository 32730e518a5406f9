"""Wagtail's own v3 content API, with this site's limits and error shape."""

import traceback

from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from ninja.errors import HttpError, Throttled
from wagtail.api.v3.urls import api as content_api

from config.api_limits import limits
from config.errors import database_down, http_error, invalid, log, throttled
from config.strict_json import StrictParser

__all__ = ["content_api"]

# Where Wagtail 8.0 and Django turn a caller's values into columns and form fields,
# and raise, unhandled, for those that do not fit: a stream that is not a list of
# blocks, words for a number. What is raised anywhere else is our failure.
CONVERTING = (
    "wagtail.api.v3.form_data",
    "wagtail.actions.move_page",
    "django.db.models.fields",
)
MISFITS = (AttributeError, IndexError, LookupError, TypeError, ValueError)
wagtail_own_handler = content_api._exception_handlers[Exception]


@content_api.exception_handler(Exception)
def refuse_what_does_not_fit(request: HttpRequest, exc: Exception) -> HttpResponse:
    """422 for values that cannot be read or stored; everything else stays a 500."""
    # A constraint says no to what a form let pass: a field the API does not write.
    refused_by_database = isinstance(exc, DataError | IntegrityError | OverflowError)
    if not refused_by_database and not is_misfit(exc):
        return wagtail_own_handler(request, exc)
    log.warning("content_api_refused", path=request.path, error=repr(exc))
    place = "query" if request.method == "GET" else "body"
    message = "a value here does not fit the field it was given for"
    return invalid([{"loc": [place], "msg": message}])


def is_misfit(exc: Exception) -> bool:
    """Whether it was raised while a caller's value was being converted."""
    if not isinstance(exc, MISFITS):
        return False
    frames = traceback.walk_tb(exc.__traceback__)
    return any(frame.f_globals.get("__name__") in CONVERTING for frame, _ in frames)


content_api.exception_handler(OperationalError)(database_down)
content_api.exception_handler(InterfaceError)(database_down)
content_api.exception_handler(HttpError)(http_error)
content_api.exception_handler(Throttled)(throttled)
content_api.parser = StrictParser()
content_api.throttle = limits()
