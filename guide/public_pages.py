"""Mark what is made from its address alone, so that any cache may keep it.

A view only says so; `config.shared_caches` says for how long, and takes it back from a
response that turned out to depend on who asked.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """For GET and HEAD; the same bytes for everybody."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True)
        return response

    return require_safe(page)
