"""Saved results of one member: save, list, open, rename, delete and bring back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from advisor.documents.catalogue import catalogue_of
from advisor.journey.address_problems import problems_of
from advisor.journey.links import result_url
from advisor.limits import LimitReachedError
from advisor.models import Recommendation
from advisor.once.actions import Answer
from advisor.saved import actions
from advisor.saved.forms import NewRecommendationForm
from advisor.saved.own_recommendation import own_or_404
from advisor.saved.saved_items import journey_of, saved_items
from advisor.saved.standing_today import revisit_of, standings_of, waiting_for
from advisor.verdicts.cited_claims import claims_by_slug
from advisor.verdicts.result import result_of
from advisor.verdicts.verdict import verdict_of
from advisor.verdicts.working import cited
from advisor.views.asked import Asked, NoRuleSetError, asked
from advisor.views.page_kinds import member_of, private_page
from advisor.views.sent_once import made_once

PER_PAGE = 20


@private_page
def saved_list(request: HttpRequest) -> HttpResponse:
    """The member's saved results, the latest first, and a way to undo a deletion."""
    rows = Recommendation.objects.visible_to(request.user)
    # Prefetched, not joined: rows of one version share it and its large document.
    rows = rows.prefetch_related("version")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "items": saved_items(page.object_list),
        "deleted": _just_deleted(request),
        "waiting": waiting_for(member_of(request)),
    }
    return render(request, "advisor/saved/list.html", context)


@private_page
def saved_new(request: HttpRequest) -> HttpResponse:
    """Title and note for the answers in the address."""
    try:
        this = asked(request)
    except NoRuleSetError:
        return redirect("advisor:start")
    if not this.journey.answers:
        return redirect("advisor:start")
    form = NewRecommendationForm(_sent(request))
    if request.method == "POST":
        made = made_once(request, form, lambda: _saved(request, form, this))
        if made is not None:
            return _there_again(request, made["id"])
    context = {
        "form": form,
        "verdict": verdict_of(this.evaluation, this.catalogue),
        "problems": problems_of(this.catalogue, this.journey),
        "result_url": result_url(this.catalogue, this.journey),
    }
    return render(request, "advisor/saved/new.html", context)


@private_page
def saved_detail(request: HttpRequest, id: UUID) -> HttpResponse:
    """The evaluation as it was stored, with the version it was made under."""
    recommendation = own_or_404(request.user, id)
    catalogue = catalogue_of(recommendation.version.frozen)
    claims = claims_by_slug(cited(catalogue))
    context = {
        "recommendation": recommendation,
        "version": recommendation.version,
        "standing": standings_of([recommendation]).get(recommendation.pk),
        "revisit": revisit_of(recommendation),
        "result": result_of(
            recommendation.evaluation, catalogue, journey_of(recommendation), claims
        ),
    }
    return render(request, "advisor/saved/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def saved_delete(request: HttpRequest, id: UUID) -> HttpResponse:
    """Asks first; afterwards the list offers to undo it."""
    recommendation = own_or_404(request.user, id)
    if request.method == "POST":
        actions.delete_recommendation(recommendation=recommendation)
        return HttpResponseRedirect(_undo_url(id))
    context = {"recommendation": recommendation}
    return render(request, "advisor/saved/delete.html", context)


@require_POST
@private_page
def saved_restore(request: HttpRequest, id: UUID) -> HttpResponse:
    """Undoes a deletion. Doing it twice does no harm."""
    restorable = Recommendation.objects.restorable_by(request.user)
    visible = Recommendation.objects.visible_to(request.user)
    recommendation = get_object_or_404(restorable | visible, pk=id)
    return _restored(request, recommendation)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _saved(request: HttpRequest, form: NewRecommendationForm, this: Asked) -> Answer:
    typed = form.cleaned_data
    saved = actions.save_recommendation(
        owner=member_of(request),
        version=this.version,
        answers=this.journey.answers,
        title=typed["title"],
        note=typed["note"],
        revisit_on=typed["revisit_on"],
    )
    return {"id": str(saved.pk)}


def _there_again(request: HttpRequest, id: str) -> HttpResponse:
    """Who sends a form again after deleting what it made wants that again."""
    deleted = Recommendation.objects.restorable_by(request.user).filter(pk=id).first()
    if deleted is not None:
        return _restored(request, deleted)
    return HttpResponseRedirect(_detail_url(id))


def _restored(request: HttpRequest, deleted: Recommendation) -> HttpResponse:
    """On to its page; back to where it can be undone, while there is no room."""
    try:
        actions.restore_recommendation(recommendation=deleted)
    except LimitReachedError as error:
        messages.error(request, f"{error.message} Then come back here and undo.")
        return HttpResponseRedirect(_undo_url(deleted.pk))
    return HttpResponseRedirect(_detail_url(deleted.pk))


def _just_deleted(request: HttpRequest) -> Recommendation | None:
    """The one the address says was deleted, if it is theirs and can come back."""
    try:
        key = UUID(request.GET.get("deleted", ""))
    except ValueError:
        return None
    return Recommendation.objects.restorable_by(request.user).filter(pk=key).first()


def _detail_url(id: UUID | str) -> str:
    return reverse("advisor:saved-detail", args=[id])


def _undo_url(id: UUID) -> str:
    return f"{reverse('advisor:saved-list')}?deleted={id}"
