"""How the advisor decides, with everything it decides by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.cited_claims import claims_by_slug
from advisor.models import RuleSetVersion
from advisor.presentation.method_page import method_page
from advisor.presentation.working import cited
from advisor.views.asked import asked
from advisor.views.page_kinds import public_page


@public_page
def method(request: HttpRequest) -> HttpResponse:
    this = asked(request)
    claims = claims_by_slug(cited(this.catalogue))
    context = {
        "method": method_page(this.catalogue, this.version.outcomes, claims),
        "version": this.version,
        "versions": RuleSetVersion.objects.defer("document", "outcomes"),
    }
    return render(request, "advisor/method.html", context)
