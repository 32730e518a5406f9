"""The Content-Security-Policy of the interactive API pages, for these pages only."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpResponse

# Swagger UI draws with style attributes. Code stays limited to our own files.
DOCS_POLICY = {"style-src": [SELF, UNSAFE_INLINE]}


def docs_policy(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the page of Swagger UI style itself."""

    @wraps(view)
    def with_policy(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        if response["Content-Type"].startswith("text/html"):
            response._csp_replace = DOCS_POLICY  # type: ignore[attr-defined] # for csp
        return response

    return with_policy
