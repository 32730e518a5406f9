"""One saved result, read by whoever has its link; and its owner's page for that."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from advisor.documents.catalogue import catalogue_of
from advisor.models import Recommendation
from advisor.saved import actions
from advisor.saved.forms import ShareForm
from advisor.saved.own_recommendation import own_or_404
from advisor.saved.saved_items import journey_of
from advisor.saved.share_links import share_url
from advisor.verdicts.cited_claims import claims_by_slug
from advisor.verdicts.result import result_of
from advisor.verdicts.working import cited
from advisor.views.page_kinds import private_page, secret_page


@secret_page
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Read-only, without a session. Whose it is stands nowhere."""
    readable = Recommendation.objects.shared_as(token).select_related("version")
    recommendation = get_object_or_404(readable)
    catalogue = catalogue_of(recommendation.version.frozen)
    context = {
        "title": recommendation.title,
        "note": recommendation.shared_note,
        "saved_on": recommendation.created_at,
        "version": recommendation.version,
        "result": result_of(
            recommendation.evaluation,
            catalogue,
            journey_of(recommendation),
            claims_by_slug(cited(catalogue)),
        ),
    }
    return render(request, "advisor/saved/shared.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def saved_share(request: HttpRequest, id: UUID) -> HttpResponse:
    """Make the link, say what it shows, or end it."""
    recommendation = own_or_404(request.user, id)
    if request.method == "POST":
        _share_or_revoke(request, recommendation)
        return redirect("advisor:saved-share", id=recommendation.pk)
    form = ShareForm(initial={"include_note": recommendation.share_includes_note})
    context = {
        "form": form,
        "recommendation": recommendation,
        "share_url": share_url(request, recommendation),
    }
    return render(request, "advisor/saved/share.html", context)


def _share_or_revoke(request: HttpRequest, recommendation: Recommendation) -> None:
    if "revoke" in request.POST:
        actions.revoke_share(recommendation=recommendation)
        return
    form = ShareForm(request.POST)
    form.is_valid()  # a box is ticked or not: there is nothing to refuse
    actions.share_recommendation(
        recommendation=recommendation, include_note=form.cleaned_data["include_note"]
    )
