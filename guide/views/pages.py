"""Search, claims, the evidence of a page, robots."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import Page, ReferenceIndex, Site

from guide.feedback.standing import standing_of
from guide.models import Claim
from guide.models.claim_mark import Status, label_of
from guide.models.guide_page import GuidePage
from guide.narrowing import narrowing
from guide.probes.shown import shown_probe
from guide.public_pages import public
from guide.search import MAX_QUERY, Hits, words_of
from guide.shelf import open_to_all
from guide.structured_data import of_claim

HITS_PER_PAGE = 10
CLAIMS_PER_PAGE = 50
HOME = {"title": settings.WAGTAIL_SITE_NAME, "url": "/"}
THIS = {"title": "This claim"}


@public
def search(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")
    words = words_of(typed)
    context: dict[str, Any] = {
        "typed": typed[:MAX_QUERY].replace("\0", ""),
        "words": words,
    }
    if words:
        hits = Hits(words, Site.find_for_request(request).root_page)
        context["count"] = len(hits)
        context["page_obj"] = _page_of(hits, HITS_PER_PAGE, request)
        context["query"] = urlencode({"q": " ".join(words)}) + "&"
    return render(request, "guide/search.html", context)


@public
def claim_list(request: HttpRequest) -> HttpResponse:
    """All claims, or those with the verdict asked for."""
    verdicts = [(value, label_of(value, False)) for value in Status.values]
    narrowed = narrowing(request, "status", verdicts)
    claims = Claim.objects.live().order_by("slug")
    if narrowed.chosen:
        claims = claims.filter(status=narrowed.chosen)
    page = _page_of(claims, CLAIMS_PER_PAGE, request)
    context = {
        "page_obj": page,
        "count": page.paginator.count,
        "narrowing": narrowed,
        "trail": [HOME, {"title": "Claims"}],
    }
    return render(request, "guide/claim_list.html", context)


@public
def claim_detail(request: HttpRequest, slug: str) -> HttpResponse:
    claim: Claim = get_object_or_404(Claim.objects.live().with_evidence(), slug=slug)
    trail = [HOME, {"title": "Claims", "url": reverse("guide:claims")}, THIS]
    context = {
        "claim": claim,
        "probe": shown_probe(claim.probe),
        "cited_on": list(pages_citing(claim)),
        "trail": trail,
        "structured_data": of_claim(claim, trail, request),
        "corrections": standing_of(claim),
    }
    return render(request, "guide/claim.html", context)


@public
def evidence(request: HttpRequest, key: int) -> HttpResponse:
    """Every claim that a page cites outside its tables, numbered as on the page."""
    found = _guide_page(key)
    context = {
        "cited_by": found,
        "claims": found.cited(),
        "trail": [*found.trail, {"title": "Evidence"}],
    }
    return render(request, "guide/evidence.html", context)


@public
def stale_claims(request: HttpRequest, key: int) -> HttpResponse:
    """The claims of a page, its tables' too, that are past their review date."""
    found = _guide_page(key)
    currency = found.new_shelf().currency
    context = {
        "cited_by": found,
        "currency": currency,
        "trail": [*found.trail, {"title": "To be re-checked"}],
    }
    return render(request, "guide/stale_claims.html", context)


@public
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    context = {"sitemap": sitemap}
    return render(request, "guide/robots.txt", context, content_type="text/plain")


def _guide_page(key: int) -> GuidePage:
    """A published page of the guide that anybody may read, or 404."""
    found = get_object_or_404(open_to_all(Page.objects.live()), pk=key).specific
    if not isinstance(found, GuidePage):
        raise Http404
    return found


def pages_citing(claim: Claim) -> QuerySet[Page]:
    """Published pages that anybody may read and that cite `claim`, by title."""
    references = ReferenceIndex.get_references_to(claim).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    keys = [int(key) for key in references.values_list("object_id", flat=True)]
    return Page.objects.live().public().filter(pk__in=keys).order_by("title")


def _page_of(items, size: int, request: HttpRequest):
    """The requested page; the nearest one for a number that is not there."""
    return Paginator(items, size).get_page(request.GET.get("page"))
