"""Two kinds of pages: the same bytes for everybody, or for one person alone."""

from collections.abc import Callable
from functools import wraps
from math import ceil

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from advisor.limits import LookUpLimit
from advisor.models import User
from advisor.views.asked import NoRuleSetError
from guide.public_pages import public

LOOK_UPS = LookUpLimit()
View = Callable[..., HttpResponse]
SWAP_HEADERS = ("HX-Request", "HX-History-Restore-Request")


def public_page(view: View) -> View:
    """For GET and HEAD; made from the address alone, cacheable, without cookies.

    Of all the addresses with answers in them, search engines keep the one without,
    and follow no link from one to the next: there are millions.
    """
    shown = public(view)

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = shown(request, *args, **kwargs)
        except NoRuleSetError:
            response = render(request, "advisor/no_rule_set.html", status=503)
            patch_cache_control(response, no_store=True)
            return response
        patch_vary_headers(response, SWAP_HEADERS)
        if request.META.get("QUERY_STRING"):
            without_answers = request.build_absolute_uri(request.path)
            response["Link"] = f'<{without_answers}>; rel="canonical"'
            response["X-Robots-Tag"] = "nofollow"
        return response

    return page


def private_page(view: View) -> View:
    """For members: asks for log-in, is kept by no cache and found by no robot."""
    guarded = login_required(view)

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return unstored(guarded(request, *args, **kwargs))

    return page


def secret_page(view: View) -> View:
    """For whoever has its address. Kept by no cache, so that it ends when it ends.

    The address is the key, so it is not passed on to the sites the page links to.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not LOOK_UPS.allow_request(request):
            return unstored(too_many(request))
        response = unstored(view(request, *args, **kwargs))
        response["Referrer-Policy"] = "no-referrer"
        return response

    return require_safe(page)


def too_many(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(ceil(LOOK_UPS.wait()))
    return response


def member_of(request: HttpRequest) -> User:
    """Who is logged in. Only for private pages, where somebody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def unstored(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response


def is_swap(request: HttpRequest) -> bool:
    """Whether only the part that changes is wanted, not a whole page."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-History-Restore-Request") != "true"
    )


def page_or_part(
    request: HttpRequest, template: str, part: str, context: dict[str, object]
) -> HttpResponse:
    swap = is_swap(request)
    name = f"{template}#{part}" if swap else template
    return render(request, name, {**context, "swap": swap})
