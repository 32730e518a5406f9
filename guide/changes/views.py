"""The change log as a page."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guide.models import Change
from guide.narrowing import narrowing
from guide.public_pages import public

PER_PAGE = 20
TRAIL = [{"title": settings.WAGTAIL_SITE_NAME, "url": "/"}, {"title": "Changes"}]


@public
def change_list(request: HttpRequest) -> HttpResponse:
    narrowed = narrowing(request, "kind", Change.Kind.choices)
    changes = Change.objects.public().with_subjects()
    if narrowed.chosen:
        changes = changes.filter(kind=narrowed.chosen)
    context: dict[str, Any] = {
        "page_obj": Paginator(changes, PER_PAGE).get_page(request.GET.get("page")),
        "narrowing": narrowed,
        "trail": TRAIL,
    }
    return render(request, "guide/changes/change_list.html", context)
