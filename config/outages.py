"""What a person sees when something this site stands on is away or full.

Programs get the same as a problem document (config/errors.py).
"""

import errno
import logging
import sys

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

RETRY_SECONDS = {503: 5, 507: 60}
WORDS = {
    503: "The database does not answer. Nothing was changed; try again.",
    507: "There is no room left to write. Nothing was changed; reading goes on.",
}


def status_of(error: BaseException | None) -> int:
    """503 for a database that does not answer, 507 for a full disk, else 500."""
    while error is not None:
        full = "disk is full" in str(error) or getattr(error, "errno", 0) in (
            errno.ENOSPC,
            errno.EDQUOT,
        )
        if full:
            return 507
        if isinstance(error, (OperationalError, InterfaceError)):
            return 503
        error = error.__cause__ or error.__context__
    return 500


def retry_after(status: int) -> dict[str, str]:
    return {"Retry-After": str(RETRY_SECONDS[status])}


def outage_or_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500, which is called while the exception is being handled."""
    status = status_of(sys.exc_info()[1])
    if status == 500:
        return server_error(request)
    headers = {**retry_after(status), "Cache-Control": "no-store"}
    page = render_to_string(f"{status}.html")
    return HttpResponse(page, status=status, headers=headers)


class OneLine(logging.Filter):
    """An outage is said in one line each time, not in a traceback for every request.

    So is a request that Django refuses to read: strangers must not fill the log.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        refused = isinstance(error, SuspiciousOperation)
        if error is not None and (refused or status_of(error) != 500):
            record.msg, record.args = f"{record.getMessage()}: {error!r}", ()
            record.exc_info = None
        return True
