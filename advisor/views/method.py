"""How the advisor decides, with everything it decides by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.documents.frozen import FrozenDocument, known, remember
from advisor.models import RuleSetVersion
from advisor.rule_sets.check_rows import check_rows
from advisor.rule_sets.method_page import method_page
from advisor.rule_sets.version_history import version_rows
from advisor.verdicts.cited_claims import claims_by_slug
from advisor.verdicts.working import cited
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
    return render(request, "advisor/rule_sets/method.html", context)


def _versions() -> list[RuleSetVersion]:
    """The newest first; the documents of those to compare, once per process."""
    versions = list(RuleSetVersion.objects.defer("document", "outcomes"))
    for version in versions[: COMPARED + 1]:
        entry = known(version.digest) or remember(
            FrozenDocument(version.digest, version.document)
        )
        version.document = entry.document
    return versions
