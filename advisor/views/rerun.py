"""The answers of a saved result under the rule set in force today."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.documents.catalogue import Catalogue, catalogue_of
from advisor.journey.answers import Journey
from advisor.journey.links import result_url, save_url
from advisor.models import RuleSetVersion
from advisor.saved.own_recommendation import own_or_404
from advisor.saved.second_run import run_again
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.views.asked import NoRuleSetError
from advisor.views.page_kinds import private_page


@dataclass(frozen=True)
class Side:
    """One of the two runs: under which version, with which verdict and margin."""

    kicker: str
    version: RuleSetVersion
    verdict: Verdict
    margin: int | None


@require_safe
@private_page
def saved_rerun(request: HttpRequest, id: UUID) -> HttpResponse:
    """Both verdicts and what made the difference. Reading it changes nothing."""
    recommendation = own_or_404(request.user, id)
    current = RuleSetVersion.objects.current()
    if current is None:
        raise NoRuleSetError
    again = run_again(recommendation, current)
    catalogue = catalogue_of(current.frozen)
    journey = Journey(answers=again.after["answers"])
    old = recommendation.version
    context = {
        "recommendation": recommendation,
        "same_version": old == current,
        "words": again.comparison.words,
        "sides": (
            _side("As it was saved", old, again.before, catalogue_of(old.frozen)),
            _side("Today", current, again.after, catalogue),
        ),
        "result_url": result_url(catalogue, journey),
        "save_url": save_url(catalogue, journey) if journey.answers else "",
    }
    return render(request, "advisor/saved/rerun.html", context)


def _side(
    kicker: str,
    version: RuleSetVersion,
    evaluation: Mapping[str, Any],
    catalogue: Catalogue,
) -> Side:
    return Side(
        kicker=kicker,
        version=version,
        verdict=verdict_of(evaluation, catalogue),
        margin=evaluation["margin"],
    )
