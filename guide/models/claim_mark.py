"""The mark a claim carries: its verdict, or that nobody has looked for too long."""

from dataclasses import dataclass

from django.db import models

NEEDS_RECHECK = "needs-re-check"


class Status(models.TextChoices):
    SUPPORTED = "supported", "Supported"
    PARTLY = "partly", "Partly true"
    DISPUTED = "disputed", "Disputed"
    OUTDATED = "outdated", "Outdated"
    WRONG = "wrong", "Wrong"
    OPINION = "opinion", "Opinion"


def mark_of(status: str, is_stale: bool) -> str:
    """checked, partly, disputed, outdated, wrong, opinion or needs-re-check."""
    if is_stale:
        return NEEDS_RECHECK
    return "checked" if status == Status.SUPPORTED else status


def label_of(status: str, is_stale: bool) -> str:
    """The mark in words, for readers."""
    if is_stale:
        return "Needs re-check"
    if status == Status.SUPPORTED:
        return "Checked"
    return str(dict(Status.choices).get(status, status))


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim where no more of it is shown: a model of it costs ten times as much."""

    pk: int
    mark: str
    mark_label: str
    is_stale: bool
