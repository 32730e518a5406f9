"""How long a release series still gets fixes, on a given day."""

from datetime import date, timedelta

from django.db.models import TextChoices

ENDS_SOON = timedelta(days=183)  # half a year: about what an upgrade should be given


class Support(TextChoices):
    SUPPORTED = "supported", "supported"
    ENDING = "ending", "ends soon"
    ENDED = "ended", "ended"
    NO_END_NAMED = "no-end-named", "no end date published"

    @property
    def is_marked(self) -> bool:
        """Whether readers should see it beside the date."""
        return self in (Support.ENDING, Support.ENDED)


def support_on(day: date, until: date | None) -> Support:
    """`until` is the last day with support, or None where the project names none."""
    if until is None:
        return Support.NO_END_NAMED
    if until < day:
        return Support.ENDED
    return Support.ENDING if until <= day + ENDS_SOON else Support.SUPPORTED
