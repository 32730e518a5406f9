"""One line for each request that came so far, and a number for all it caused."""

import logging
import random
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

NAME = "guide.requests"
log = structlog.get_logger(NAME)
_standard = logging.getLogger(NAME)


class RequestLogMiddleware:
    """Who asked is not in it: no address, no name, no session is looked at.

    Everything logged meanwhile carries the same `request_id`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        structlog.contextvars.bind_contextvars(request_id=new_number())
        try:
            response = self.get_response(request)
            level = level_for(response.status_code)
            if _standard.isEnabledFor(level):
                log.log(
                    level,
                    "request_finished",
                    code=response.status_code,
                    request=f"{request.method} {request.get_full_path()}",
                    milliseconds=round((time.perf_counter() - started) * 1000, 1),
                )
            return response
        finally:
            structlog.contextvars.clear_contextvars()


def new_number() -> str:
    """No secret, and asking the system for one takes longer than a whole layer."""
    return f"{random.getrandbits(64):016x}"


def level_for(status: int) -> int:
    if status >= 500:
        return logging.ERROR
    return logging.WARNING if status >= 400 else logging.INFO
