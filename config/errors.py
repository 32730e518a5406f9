"""Every error of every API under /api/ in one shape: RFC 9457 problem details."""

import json
import math
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import (
    ObjectDoesNotExist,
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    ValidationError,
)
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled
from ninja.errors import ValidationError as NinjaValidationError

from advisor.conflicts import ChangedMeanwhileError
from advisor.engine import AnswersError, RuleSetError
from advisor.limits import LimitReachedError
from advisor.once.actions import KeyUsedOtherwiseError
from config.outages import WORDS, retry_after, status_of

PROBLEM_JSON = "application/problem+json"
Problems = Iterable[Mapping[str, Any]]

log = structlog.get_logger(__name__)


class UnreadableBodyError(Exception):
    """A request body no endpoint can use; the message is for whoever sent it."""


def problem(
    status: int,
    detail: str,
    errors: Problems = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """A problem document. `errors` name the places: `{"loc": [...], "msg": ...}`."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if listed := list(errors):
        body["errors"] = listed
    response = HttpResponse(
        json.dumps(body), status=status, content_type=PROBLEM_JSON, headers=headers
    )
    response["Cache-Control"] = "no-store"
    return response


def invalid(errors: Problems) -> HttpResponse:
    """422 with the exact places."""
    listed = list(errors)
    first = listed[0]
    place = ".".join(str(part) for part in first["loc"])
    detail = f"{place}: {first['msg']}" if place else str(first["msg"])
    if len(listed) > 1:
        detail += f" ({len(listed) - 1} more)"
    return problem(422, detail, listed)


def named_places(exc: AnswersError | RuleSetError) -> list[dict[str, Any]]:
    """The engine's problems as places in the request body."""
    root = [] if isinstance(exc, AnswersError) else ["ruleset"]
    return [
        {"loc": ["body", *root, *found.path.split(".", 1)], "msg": found.message}
        for found in exc.problems
    ]


def model_places(exc: ValidationError) -> list[dict[str, Any]]:
    """Django's validation errors as places in the request body."""
    if hasattr(exc, "error_dict"):
        return [
            {"loc": ["body", field], "msg": message}
            for field, messages in exc.message_dict.items()
            for message in messages
        ]
    return [{"loc": ["body"], "msg": message} for message in exc.messages]


def ninja_places(exc: NinjaValidationError) -> list[dict[str, Any]]:
    """Pydantic's errors without what the reader sent and without its own links."""
    return [
        {
            "loc": without_parameter_name(error["loc"]),
            "msg": error["msg"],
            "type": error["type"],
        }
        for error in exc.errors
    ]


def without_parameter_name(loc: tuple[Any, ...]) -> list[Any]:
    """("body", "data", "title") -> ["body", "title"]: `data` is our own word."""
    parts = list(loc)
    return parts[:1] + parts[2:] if parts[:2] == ["body", "data"] else parts


def refused_by_the_engine(request: HttpRequest, exc: Any) -> HttpResponse:
    return invalid(named_places(exc))


def refused_by_a_model(request: HttpRequest, exc: Any) -> HttpResponse:
    return invalid(model_places(exc))


def limit_reached(request: HttpRequest, exc: Any) -> HttpResponse:
    return problem(409, " ".join(exc.messages))


def refused_by_a_schema(request: HttpRequest, exc: Any) -> HttpResponse:
    return invalid(ninja_places(exc))


def too_large(request: HttpRequest, exc: Any) -> HttpResponse:
    return problem(413, "The request body is larger than this site accepts.")


def denied(request: HttpRequest, exc: Any) -> HttpResponse:
    return problem(403, str(exc) or "You may not do this.")


def not_found(request: HttpRequest, exc: Any) -> HttpResponse:
    return problem(404, "There is nothing here that you may see.")


def throttled(request: HttpRequest, exc: Any) -> HttpResponse:
    wait = max(1, math.ceil(exc.wait or 1))
    detail = f"Too many requests. Try again in {wait} seconds."
    return problem(429, detail, headers={"Retry-After": str(wait)})


def database_down(request: HttpRequest, exc: Any) -> HttpResponse:
    log.error("database_unavailable", path=request.path, error=repr(exc))
    status = status_of(exc)
    return problem(status, WORDS[status], headers=retry_after(status))


def changed_meanwhile(request: HttpRequest, exc: Any) -> HttpResponse:
    log.warning("refused_by_a_constraint", path=request.path, error=repr(exc))
    detail = "This was changed by another call at the same moment. Nothing was saved."
    return problem(409, detail)


def not_as_seen(request: HttpRequest, exc: Any) -> HttpResponse:
    detail = (
        "This is not what you read (If-Match): it was changed meanwhile, or the tag is "
        "not one of ours, written exactly as it came. Nothing was saved; read it again."
    )
    return problem(412, detail)


def key_used_otherwise(request: HttpRequest, exc: Any) -> HttpResponse:
    message = "was used for another call or another body; nothing was done"
    return invalid([{"loc": ["header", "Idempotency-Key"], "msg": message}])


def http_error(request: HttpRequest, exc: Any) -> HttpResponse:
    if isinstance(exc.__cause__, UnreadableBodyError):
        return invalid([{"loc": ["body"], "msg": str(exc.__cause__)}])
    if isinstance(exc.__cause__, RequestDataTooBig):
        return too_large(request, exc)
    headers = {"WWW-Authenticate": "Bearer"} if exc.status_code == 401 else None
    return problem(exc.status_code, str(exc), headers=headers)


HANDLERS = {
    AnswersError: refused_by_the_engine,
    RuleSetError: refused_by_the_engine,
    ValidationError: refused_by_a_model,
    LimitReachedError: limit_reached,
    NinjaValidationError: refused_by_a_schema,
    RequestDataTooBig: too_large,
    TooManyFieldsSent: too_large,
    ChangedMeanwhileError: not_as_seen,
    KeyUsedOtherwiseError: key_used_otherwise,
    IntegrityError: changed_meanwhile,
    OperationalError: database_down,
    InterfaceError: database_down,
    PermissionDenied: denied,
    Http404: not_found,
    ObjectDoesNotExist: not_found,
    Throttled: throttled,
    HttpError: http_error,
}


def register(api: NinjaAPI) -> None:
    """Render what endpoints raise. Code raises; only this module renders."""
    for kind, handler in HANDLERS.items():
        api.add_exception_handler(kind, handler)
