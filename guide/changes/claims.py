"""What readers see of a claim, before and after, in plain words."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.formats import date_format

from guide.changes.record import FieldChange, record_change
from guide.models.change import Change

Words = Callable[[Any], str]


def _day(value: Any) -> str:
    return date_format(value, "j F Y")


def _frameworks(claim: Any) -> str:
    return ", ".join(sorted(framework.name for framework in claim.frameworks.all()))


def _sources(claim: Any) -> str:
    return "; ".join(f"{s.title} ({s.url})" for s in claim.sources.all())


def _read_on(claim: Any) -> str:
    return ", ".join(_day(source.retrieved_on) for source in claim.sources.all())


def _rows(claim: Any) -> str:
    return ", ".join(str(row) for row in claim.fact_check_rows)


FACTS: dict[str, Words] = {
    "Statement": lambda claim: claim.statement,
    "Finding": lambda claim: claim.finding,
    "Status": lambda claim: claim.get_status_display(),
    "Evidence": lambda claim: claim.get_grade_display(),
    "Holds for": lambda claim: claim.versions,
    "About": _frameworks,
    "Sources": _sources,
    "Rows of the fact check": _rows,
    "Checked by": lambda claim: claim.probe,
}
DATES: dict[str, Words] = {
    "Checked": lambda claim: _day(claim.checked_on),
    "Check again": lambda claim: _day(claim.review_by),
    "Sources read": _read_on,
}


def differences(words: dict[str, Words], before: Any, after: Any) -> list[FieldChange]:
    """The fields whose words differ. Without `before`, all that say something."""
    return [change for change in _all(words, before, after)
            if change.before != change.after]  # fmt: skip


def _all(words: dict[str, Words], before: Any, after: Any) -> Iterator[FieldChange]:
    for field, say in words.items():
        yield FieldChange(field, say(before) if before else "", say(after))


def kind_of(before: Any, after: Any, facts: list[FieldChange]) -> Change.Kind:
    if before is None:
        return Change.Kind.CLAIM_ADDED
    if after.status == "disputed" != before.status:
        return Change.Kind.CLAIM_DISPUTED
    return Change.Kind.CLAIM_CHANGED if facts else Change.Kind.CLAIM_RECHECKED


def record_claim(before: Any, after: Any, why: str) -> None:
    """Record that `after` went live in place of `before` (None: for the first time)."""
    facts = differences(FACTS, before, after)
    fields = [*facts, *differences(DATES, before, after)]
    if fields:
        record_change(
            kind=kind_of(before, after, facts),
            title=after.statement,
            what=fields,
            why=why,
            url=after.get_absolute_url(),
            about=after,
        )


def record_withdrawal(claim: Any) -> None:
    record_change(
        kind=Change.Kind.CLAIM_WITHDRAWN,
        title=claim.statement,
        what="The claim is no longer part of the guide.",
        why="",
        url="",
    )
