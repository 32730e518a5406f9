"""What became of each outgoing link when it was last looked at."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

FAILURES = 2  # refusals, at different times, that make a link broken
APART = timedelta(hours=20)  # two checks nearer than this are one
SILENCE = timedelta(days=14)  # without an answer for so long, a link is broken too


def address_of(url: str) -> str:
    """What is asked for: the address without the place within the page."""
    return url.partition("#")[0]


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    def broken(self) -> "LinkCheckQuerySet":
        silent = Q(
            result=LinkCheck.Result.NO_ANSWER,
            checked_at__gte=F("failing_since") + SILENCE,
        )
        return self.filter(Q(failures__gte=FAILURES) | silent)

    def broken_addresses(self) -> dict[str, "LinkCheck"]:
        """The broken ones by address, in one query."""
        return {check.url: check for check in self.broken()}


class LinkCheck(models.Model):
    """One address and how it answered.

    An answer that says no counts as a failure; no answer at all is taken for a
    passing trouble until it has lasted for SILENCE. A site that turns programs away
    tells nothing about its page.
    """

    class Result(models.TextChoices):
        OK = "ok", "Found"
        FAILED = "failed", "Not found"
        NO_ANSWER = "no-answer", "No answer for now"
        TURNED_AWAY = "turned-away", "Lets no program look"

    url = models.CharField("address", max_length=2000, unique=True)
    result = models.CharField(max_length=12, choices=Result.choices)
    detail = models.CharField(max_length=200, help_text="What it answered, in words.")
    checked_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(
        default=0, help_text="Refusals in a row, at different times."
    )
    failing_since = models.DateTimeField(null=True, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering = ["url"]

    def __str__(self) -> str:
        return f"{self.url}: {self.detail}"

    @property
    def is_broken(self) -> bool:
        return self.failures >= FAILURES or (
            self.result == self.Result.NO_ANSWER
            and self.failing_since is not None
            and self.checked_at - self.failing_since >= SILENCE
        )

    def note(self, result: str, detail: str, now: datetime) -> None:
        """Take in what a check at `now` found, without saving it."""
        if result in (self.Result.OK, self.Result.TURNED_AWAY):
            self.failures, self.failing_since = 0, None
        else:
            apart = not self.failures or now - self.checked_at >= APART
            self.failures += int(result == self.Result.FAILED and apart)
            self.failing_since = self.failing_since or now
        self.result, self.detail, self.checked_at = result, detail[:200], now
