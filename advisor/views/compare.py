"""Two of a member's saved results side by side."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.models import Recommendation
from advisor.saved.forms import CompareForm
from advisor.saved.own_recommendation import own_or_404
from advisor.saved.side_by_side import side_by_side
from advisor.views.page_kinds import private_page

MOST_CHOICES = 200


@require_safe
@private_page
def compare(request: HttpRequest) -> HttpResponse:
    """Both chosen: the comparison. Otherwise the form that chooses them."""
    left, right = (request.GET.get(side, "") for side in ("left", "right"))
    if left and right:
        context = {"both": side_by_side(_own(request, left), _own(request, right))}
        return render(request, "advisor/saved/compare.html", context)
    saved = Recommendation.objects.visible_to(request.user)
    form = CompareForm(
        request.GET if "left" in request.GET or "right" in request.GET else None,
        saved=list(saved.only("title", "created_at")[:MOST_CHOICES]),
    )
    return render(request, "advisor/saved/compare_choose.html", {"form": form})


def _own(request: HttpRequest, key: str) -> Recommendation:
    try:
        pk = UUID(key)
    except ValueError as error:
        raise Http404 from error
    return own_or_404(request.user, pk)
