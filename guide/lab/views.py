"""The newest run of the lab; each run, and each of its profiles, at its own address."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guide.lab.programs_shown import programs_of
from guide.lab.records import all_runs, find_run, newest_run
from guide.lab.run_page import PLANS, run_part
from guide.public_pages import public

HOME = {"title": settings.WAGTAIL_SITE_NAME, "url": "/"}
Trail = list[dict[str, Any]]


def trail_to(*further: dict[str, Any]) -> Trail:
    return [HOME, {"title": "Lab", "url": reverse("guide:lab")}, *further]


@public
def newest_lab_run(request: HttpRequest) -> HttpResponse:
    return page_of(request, newest_run(), [HOME, {"title": "Lab"}])


@public
def lab_run(request: HttpRequest, run_id: str) -> HttpResponse:
    run = find_run(run_id)
    if run is None:
        raise Http404
    return page_of(request, run, trail_to({"title": run_id}))


@public
def lab_profile(request: HttpRequest, run_id: str, profile: str) -> HttpResponse:
    """One kind of work of a run: every quantity, and the programs."""
    run = find_run(run_id)
    found = {part["slug"]: part for part in run["profiles"]} if run else {}
    if run is None or profile not in found:
        raise Http404
    shown = run_part(run)
    part = next(one for one in shown.profiles if one.slug == profile)
    address = reverse("guide:lab-run", args=[run_id])
    context = {
        "trail": trail_to({"title": run_id, "url": address}, {"title": part.title}),
        "run": shown,
        "part": part,
        "programs": programs_of(found[profile]),
        "siblings": [one for one in shown.profiles if one is not part],
    }
    return render(request, "guide/lab/profile.html", context)


def page_of(
    request: HttpRequest, run: dict[str, Any] | None, trail: Trail
) -> HttpResponse:
    context: dict[str, Any] = {"trail": trail}
    if run is not None:
        context |= {
            "run": run_part(run),
            "others": [listed(other) for other in all_runs() if other is not run],
        }
    return render(request, "guide/lab/run.html", context)


def listed(run: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": run["id"],
        "plan": PLANS.get(run["plan"], "Run"),
        "day": datetime.fromisoformat(run["started_at"]),
        "disturbed": run["disturbed"],
    }
