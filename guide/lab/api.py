"""Runs of the lab: read-only."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Router
from ninja.pagination import paginate

from guide.lab.records import all_runs, find_run
from guide.lab.schemas import RunListed, RunOut
from guide.pagination import Pages
from guide.schemas import Slug

lab = Router(tags=["Facts"])


@lab.get(
    "",
    response=list[RunListed],
    operation_id="lab_list",
    summary="Measurements of speed, newest first",
)
@paginate(Pages)
def run_list(request: HttpRequest) -> list[dict[str, Any]]:
    return list(all_runs())


@lab.get(
    "/{run}",
    response=RunOut,
    operation_id="lab_read",
    summary="One run with every sample",
)
def run_read(request: HttpRequest, run: Path[Slug]) -> dict[str, Any]:
    found = find_run(run)
    if found is None:
        raise Http404
    return found
