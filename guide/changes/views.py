"""The change log as a page."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guide.models import Change
from guide.public_pages import public

PER_PAGE = 20
LONGEST_KIND = 40  # characters of an unknown kind that are shown again
TRAIL = [{"title": settings.WAGTAIL_SITE_NAME, "url": "/"}, {"title": "Changes"}]


@public
def change_list(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("kind", "").replace("\0", "")
    kind = asked if asked in Change.Kind.values else ""
    changes = Change.objects.public().with_subjects()
    if kind:
        changes = changes.filter(kind=kind)
    context: dict[str, Any] = {
        "page_obj": Paginator(changes, PER_PAGE).get_page(request.GET.get("page")),
        "kinds": Change.Kind.choices,
        "kind": kind,
        "unknown_kind": "" if kind else asked[:LONGEST_KIND],
        "query": f"kind={kind}&" if kind else "",
        "trail": TRAIL,
    }
    return render(request, "guide/changes/change_list.html", context)
