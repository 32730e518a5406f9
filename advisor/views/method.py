"""How the advisor decides, with everything it decides by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.cited_claims import claims_by_slug
from advisor.frozen_documents import FrozenDocument, known, remember
from advisor.models import RuleSetVersion
from advisor.presentation.check_rows import check_rows
from advisor.presentation.method_page import method_page
from advisor.presentation.version_changes import version_rows
from advisor.presentation.working import cited
from advisor.views.asked import asked
from advisor.views.page_kinds import public_page

# How many versions are compared with the one before: each needs its document.
COMPARED = 5


@public_page
def method(request: HttpRequest) -> HttpResponse:
    this = asked(request)
    claims = claims_by_slug(cited(this.catalogue))
    context = {
        "method": method_page(this.catalogue, this.version.outcomes, claims),
        "version": this.version,
        "checks": check_rows(this.version.frozen),
        "versions": version_rows(_versions(), compared=COMPARED),
    }
    return render(request, "advisor/method.html", context)


def _versions() -> list[RuleSetVersion]:
    """The newest first; the documents of those to compare, once per process."""
    versions = list(RuleSetVersion.objects.defer("document", "outcomes"))
    for version in versions[: COMPARED + 1]:
        entry = known(version.digest) or remember(
            FrozenDocument(version.digest, version.document)
        )
        version.document = entry.document
    return versions
