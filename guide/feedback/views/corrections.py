"""Suggest a correction; see what became of those that others suggested."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guide.feedback.actions import send_correction
from guide.feedback.forms import CorrectionForm
from guide.feedback.targets import Target, target_named_in
from guide.feedback.views.page_kinds import form_page
from guide.feedback.views.receiving import posted, pretend_to_thank, receive, thank
from guide.models import Claim, Correction

PER_PAGE = 30
HOME = {"title": "Home", "url": "/"}


@require_safe
def correction_list(request: HttpRequest) -> HttpResponse:
    """All of them, newest first, or with `?claim=slug` those of one claim."""
    found = Correction.objects.public().with_target()
    slug = request.GET.get("claim", "").replace("\0", "")
    claim = get_object_or_404(Claim.objects.live(), slug=slug) if slug else None
    if claim is not None:
        found = found.filter(claim=claim.pk)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "claim": claim,
        "query": urlencode({"claim": claim.slug}) + "&" if claim else "",
        "trail": [HOME, {"title": "Corrections"}],
    }
    return render(request, "guide/feedback/correction_list.html", context)


@require_safe
def correction_detail(request: HttpRequest, key: Any) -> HttpResponse:
    found = Correction.objects.public().with_target()
    correction: Correction = get_object_or_404(found, pk=key)
    all_of_them = {"title": "Corrections", "url": reverse("guide:corrections")}
    context = {
        "correction": correction,
        "trail": [HOME, all_of_them, {"title": "This correction"}],
    }
    return render(request, "guide/feedback/correction.html", context)


@form_page
def correction_new(request: HttpRequest) -> HttpResponse:
    target = target_named_in(request.GET)
    wanted = {name: request.GET.get(name) for name in ("framework", "criterion")}
    form = CorrectionForm(posted(request), target=target, initial=wanted)
    return receive(
        request,
        form,
        template="guide/feedback/correction_new.html",
        context={"target": target},
        send=partial(_send, target),
        pretend=lambda: pretend_to_thank(Correction.kind, form),
    )


def _send(target: Target, typed: dict[str, Any]) -> HttpResponse:
    if target.table is not None:
        typed["framework"] = target.frameworks.get(typed["framework"])
        typed["criterion"] = target.criteria.get(typed["criterion"], "")
    return thank(send_correction(target=target, **typed))
