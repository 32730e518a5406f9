"""Where the page's script says that the page was read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from ninja.throttling import BaseThrottle

from guide.readership.counting import count_read, is_public, within_limits

LARGEST_ID = 2**31 - 1


# No session and no form stand behind it: there is nothing that a forged call could use.
@csrf_exempt
@never_cache
@require_POST
def read(request: HttpRequest, key: int) -> HttpResponse:
    """Count one read of a public page; answers the same whether or not it counted."""
    if key > LARGEST_ID or not is_public(key):
        raise Http404
    address = BaseThrottle().get_ident(request) or ""
    if is_welcome(request) and within_limits(address, key):
        count_read(key)
    return HttpResponse(status=204)


def is_welcome(request: HttpRequest) -> bool:
    """From a page of ours, by a reader who did not ask not to be counted."""
    headers = request.headers
    refuses = headers.get("DNT") == "1" or headers.get("Sec-GPC") == "1"
    return not refuses and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
