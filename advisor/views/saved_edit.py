"""Another title, note or date for a saved result, noticing a second tab."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from advisor.conflicts import ChangedMeanwhileError, Conflict, differences
from advisor.models import Recommendation
from advisor.saved import actions
from advisor.saved.forms import ChangedRecommendationForm
from advisor.saved.versions import opened_with
from advisor.views.page_kinds import private_page

FIELDS = ("title", "note", "revisit_on")


@private_page
def saved_edit(request: HttpRequest, id: UUID) -> HttpResponse:
    """The verdict stays what it was. What was typed is never lost."""
    recommendation = get_object_or_404(_editable(request), pk=id)
    conflict = None
    if request.method != "POST":
        version = {"version": recommendation.revision}
        form = ChangedRecommendationForm(initial=_state(recommendation) | version)
    else:
        form = ChangedRecommendationForm(request.POST)
        if form.is_valid():
            conflict = _conflict_or_saved(request, form, recommendation)
            if conflict is None and not form.errors:
                return HttpResponseRedirect(_detail_url(id))
    context = {
        "form": form,
        "recommendation": recommendation,
        "conflict": conflict,
        "deleted": bool(conflict and conflict.leave_url == _list_url()),
    }
    status = 409 if conflict else 200
    return render(request, "advisor/saved/edit.html", context, status=status)


def _editable(request: HttpRequest) -> QuerySet[Recommendation]:
    """Mine; for what is sent, also what was deleted while its form was open."""
    visible = Recommendation.objects.visible_to(request.user)
    if request.method == "POST":
        visible |= Recommendation.objects.restorable_by(request.user)
    return visible


def _conflict_or_saved(
    request: HttpRequest, form: ChangedRecommendationForm, mine: Recommendation
) -> Conflict | None:
    """None when it is saved, or when the form says what was wrong."""
    typed = {name: form.cleaned_data[name] for name in FIELDS}
    try:
        if mine.deleted_at and "restore" in request.POST:
            actions.restore_recommendation(recommendation=mine)
        seen = opened_with(form.cleaned_data["version"])
        actions.update_recommendation(recommendation=mine, seen=seen, **typed)
    except ValidationError as error:
        form.add_error(None, error)
    except Recommendation.DoesNotExist:
        return _deleted()
    except ChangedMeanwhileError:
        now = Recommendation.objects.get(pk=mine.pk)
        form.open_with(str(now.revision))
        if found := differences(form, _state(now)):
            return Conflict(found, _detail_url(mine.pk))
    return None


def _deleted() -> Conflict:
    return Conflict(
        [],
        _list_url(),
        leave_label="leave it deleted",
        title="This was deleted while your form was open",
        text="Nothing of what you typed is lost, and nothing of it is saved yet.",
    )


def _state(recommendation: Recommendation) -> dict[str, object]:
    return {name: getattr(recommendation, name) for name in FIELDS}


def _detail_url(id: UUID) -> str:
    return reverse("advisor:saved-detail", args=[id])


def _list_url() -> str:
    return reverse("advisor:saved-list")
