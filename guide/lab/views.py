"""The newest run of the lab, and each run at an address of its own."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guide.lab.programs_shown import ProgramsShown, programs_of
from guide.lab.records import all_runs, find_run, newest_run
from guide.lab.run_page import PLANS, run_part
from guide.public_pages import public

HOME = {"title": settings.WAGTAIL_SITE_NAME, "url": "/"}


@public
def newest_lab_run(request: HttpRequest) -> HttpResponse:
    return page_of(request, newest_run(), [HOME, {"title": "Lab"}])


@public
def lab_run(request: HttpRequest, run_id: str) -> HttpResponse:
    run = find_run(run_id)
    if run is None:
        raise Http404
    trail = [HOME, {"title": "Lab", "url": reverse("guide:lab")}, {"title": run_id}]
    return page_of(request, run, trail)


def page_of(
    request: HttpRequest, run: dict[str, Any] | None, trail: list[dict[str, Any]]
) -> HttpResponse:
    context: dict[str, Any] = {"trail": trail}
    if run is not None:
        shown = run_part(run)
        programs = {part["slug"]: programs_of(part) for part in run["profiles"]}
        nothing = ProgramsShown((), False)
        context |= {
            "run": shown,
            "parts": [(part, programs.get(part.slug, nothing))
                      for part in shown.profiles],
            "others": [listed(other) for other in all_runs() if other is not run],
        }  # fmt: skip
    return render(request, "guide/lab/run.html", context)


def listed(run: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": run["id"],
        "plan": PLANS.get(run["plan"], "Run"),
        "day": datetime.fromisoformat(run["started_at"]),
        "disturbed": run["disturbed"],
    }
