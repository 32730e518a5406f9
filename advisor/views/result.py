"""The verdict for the answers in the address: bookmarkable, cacheable, no log-in."""

from django.http import HttpRequest, HttpResponse

from advisor.journey.address_problems import problems_of
from advisor.journey.answers import Journey
from advisor.verdicts.cited_claims import claims_by_slug
from advisor.verdicts.evaluation import evaluation_for
from advisor.verdicts.result import result_of
from advisor.verdicts.what_if import WhatIf, changed, what_if_of
from advisor.verdicts.working import cited
from advisor.views.asked import Asked, asked
from advisor.views.page_kinds import page_or_part, public_page


@public_page
def result(request: HttpRequest) -> HttpResponse:
    this = asked(request)
    # Whatever order the answers came in, the page is the same.
    journey = this.journey.in_document_order()
    claims = claims_by_slug(cited(this.catalogue))
    context: dict[str, object] = {
        "result": result_of(this.evaluation, this.catalogue, journey, claims),
        "what_if": _what_if(this, journey) if journey.answers else None,
        "problems": problems_of(this.catalogue, journey),
        "version": this.version,
    }
    return page_or_part(request, "advisor/verdicts/result.html", "wizard", context)


def _what_if(this: Asked, journey: Journey) -> WhatIf:
    """One other answer on trial; the answers in the address stay."""
    after = changed(journey)
    return what_if_of(
        this.catalogue,
        journey,
        this.evaluation,
        evaluation_for(this.version, after.answers) if after else None,
    )
