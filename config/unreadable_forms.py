"""Forms of the admin that no browser sends: refused with 400, where Wagtail fails.

Its streams and lists trust that every row has a type and an order of its own.
"""

import traceback
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from config.security_headers import ADMIN_PATHS

FAILURES = (KeyError, TypeError, ValueError)


class UnreadableFormsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Raises BadRequest for what broke while a form's fields were read."""
        sent = request.method == "POST" and request.path_info.startswith(ADMIN_PATHS)
        if sent and isinstance(exception, FAILURES) and while_reading(exception):
            raise BadRequest("A form was not sent as it is shown.") from exception


def while_reading(failure: Exception) -> bool:
    """Whether a block of Wagtail was reading what was sent."""
    return any(
        frame.f_code.co_name == "value_from_datadict"
        and frame.f_globals.get("__name__", "").startswith("wagtail.blocks")
        for frame, _ in traceback.walk_tb(failure.__traceback__)
    )
