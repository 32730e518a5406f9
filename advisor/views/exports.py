"""The decision record as a page, for reading and for paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.exports.record import compose
from advisor.saved.decision_records import decision_of
from advisor.saved.own_recommendation import own_or_404
from advisor.views.page_kinds import private_page


@require_safe
@private_page
def saved_record(request: HttpRequest, id: UUID) -> HttpResponse:
    """The same record as the Markdown file, from the same composition."""
    recommendation = own_or_404(request.user, id)
    context = {
        "recommendation": recommendation,
        "record": compose(decision_of(recommendation, request.build_absolute_uri)),
    }
    return render(request, "advisor/exports/record.html", context)
