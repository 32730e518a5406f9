"""Runs of the lab that came with the code, in the change log."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from guide.changes.record import record_change
from guide.lab.records import all_runs
from guide.models import Change


def tell_of_lab_runs() -> None:
    """Record the runs that the log does not know yet, at the time they were made."""
    told = set(Change.objects.filter(kind="lab-run").values_list("url", flat=True))
    for run in all_runs():
        url = reverse("guide:lab-run", args=[run["id"]])
        if url not in told:
            record_change(
                kind=Change.Kind.LAB_RUN,
                title=f"Lab run {run['id']}",
                what=in_words(run),
                why="",
                url=url,
                happened_at=datetime.fromisoformat(run["started_at"]),
            )


def in_words(run: dict[str, Any]) -> str:
    machine = run["environment"]
    words = (
        f"A {run['plan']} run of {len(run['profiles'])} profiles with Python "
        f"{machine['python']} on {machine['processor']}."
    )
    if run["disturbed"]:
        words += " Other programs used the machine at the same time."
    return words
