"""The small, frequent pieces of HTML: marks, grades, numbers that lead to evidence.

A page shows hundreds of them; as templates of their own they cost most of its time.
For the same reason `escape` is Python's own, which knows no lazy text, and what comes
out is a SafeString at once: every variable part is escaped where it is put in.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.safestring import SafeString

from guide.citations import Citation, cite, tally
from guide.shelf import Shelf

HERE = "#e"  # the entries of a list on the same page: e1, e2 ...
GRADES = {
    "built-in": "Built in",
    "add-on": "By an add-on",
    "by-hand": "By hand",
    "not-possible": "Not possible",
    "not-applicable": "Not applicable",
}


def mark(kind: str, words: str) -> SafeString:
    """A sign and its words."""
    return SafeString(f'<span class="mark mark--{escape(kind)}">{escape(words)}</span>')


OPINION = mark("opinion", "Opinion")


def grade(kind: str) -> SafeString:
    """What a cell says in one sign and word; nothing for no grade."""
    words = GRADES.get(kind)
    return SafeString(
        f'<span class="grade grade--{kind}">{words}</span>' if words else ""
    )


def numbers(citations: Iterable[Citation], at: str = HERE) -> SafeString:
    """Links to evidence; only what is not plainly checked says its mark.

    `at` is where the claims are listed, ending in "#e".
    """
    links = " ".join(_number(one, escape(at or HERE)) for one in citations)
    return SafeString(f'<span class="claim-refs">{links}</span>' if links else "")


def _number(citation: Citation, at: str) -> str:
    number, kind = citation.number, citation.claim.mark
    if kind == "checked":
        label = f'aria-label="Evidence {number}, checked"'
        return f'<a href="{at}{number}" {label}>{number}</a>'
    said = f'<span class="visually-hidden">Evidence </span>{number}'
    name = escape(citation.claim.mark_label)
    sign = f'<span class="mark mark--{kind}"> {name}</span>'
    return f'<a href="{at}{number}">{said}{sign}</a>'


def evidence_line(
    claims: Sequence[Any], opinion: bool = False, shelf: Shelf | None = None
) -> SafeString:
    """One line that opens on the claims, or on their numbers where a page has many."""
    if not claims:
        return OPINION if opinion else SafeString("")
    counts = ", ".join(mark(one.mark, one.text) for one in tally(claims))
    summary = f"{OPINION}, " if opinion else ""
    elsewhere = shelf is not None and shelf.evidence_url
    if elsewhere:
        kind, entries = " data-entries", _plain_numbers(claims, shelf)
    else:
        kind, entries = "", f"<ul>{''.join(map(_entry, claims))}</ul>"
    return SafeString(
        f'<details class="claim-marks"{kind}>'
        f"<summary>{summary}Evidence: {counts}</summary>{entries}</details>"
    )


def _plain_numbers(claims: Sequence[Any], shelf: Any) -> str:
    """After a line that has said what they are and how they are marked."""
    at = escape(shelf.evidence_at)
    links = " ".join(
        f'<a href="{at}{one.number}">{one.number}</a>'
        for one in cite(claims, shelf.places)
    )
    return f"<p>{links}</p>"


def _entry(claim: Any) -> str:
    address = reverse("guide:claim", args=[claim.slug])
    said = f'<a class="claim-marks__claim" href="{address}">{escape(claim.statement)}'
    day = format_date(claim.checked_on, "j M Y")
    versions = f", {escape(claim.versions)}" if claim.versions else ""
    sources = ",".join(
        f' <a href="{escape(source.url)}">{escape(source.title)}</a>'
        for source in claim.sources.all()
    )
    sign = mark(claim.mark, claim.mark_label)
    return f"<li>{said}</a> {sign} {day}{versions}.{sources}</li>"
