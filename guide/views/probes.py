"""The page that lists every probe."""

from collections import Counter, defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guide.models import Claim
from guide.probes.catalogue import all_probes
from guide.probes.records import all_records, record_of
from guide.public_pages import public
from guide.views.pages import HOME


@public
def probe_list(request: HttpRequest) -> HttpResponse:
    """Each probe with its last run and the published claims that it stands for."""
    claims = defaultdict(list)
    for claim in Claim.objects.live().exclude(probe="").order_by("slug"):
        claims[claim.probe].append(claim)
    outcomes = Counter(record.outcome for record in all_records().values())
    context = {
        "rows": [
            {"probe": probe, "record": record_of(slug), "claims": claims[slug]}
            for slug, probe in all_probes().items()
        ],
        "confirmed": outcomes["confirmed"],
        "not_applicable": outcomes["not-applicable"],
        "trail": [HOME, {"title": "Probes"}],
    }
    return render(request, "guide/probe_list.html", context)
