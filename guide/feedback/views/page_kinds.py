"""Forms and private links: kept by no cache, found by no robot."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]


def form_page(view: View) -> View:
    """Carries a CSRF token and a signed time, so it must be nobody else's."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex"
        return response

    return require_http_methods(["GET", "HEAD", "POST"])(page)


def secret_page(view: View) -> View:
    """A form page whose address is the key: it is not passed on to other sites."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        # Not "no-referrer": Django's CSRF check over HTTPS needs one to this host.
        response["Referrer-Policy"] = "same-origin"
        return response

    return form_page(page)
