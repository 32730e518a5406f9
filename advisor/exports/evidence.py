"""The claims behind the scores that count, with grades, dates and sources."""

from collections.abc import Iterable

from advisor.exports.parts import (
    Block,
    Cell,
    Section,
    Span,
    Table,
    line,
    paragraph,
    words,
)
from advisor.exports.record_words import day
from advisor.exports.source import Decision, Evidence
from advisor.exports.weighing import missing_evidence, numbered_evidence
from advisor.verdicts.wording import joined


def evidence(decision: Decision) -> Section:
    rows = numbered_evidence(decision)
    opening = (
        f"Claims that the scores above cite, as they stand on {day(decision.today)}. "
        "Grades: A documented fact or reproducible measurement, B several independent "
        "sources, C one source or expert opinion, D contested."
        if rows
        else "The scores that count cite no claim."
    )
    blocks: list[Block] = [paragraph(opening)]
    if rows:
        blocks.append(_table(rows.items()))
    gone = missing_evidence(decision)
    if gone:
        blocks.append(paragraph(f"Cited, but no longer published: {joined(gone)}."))
    return Section("Evidence", "evidence", tuple(blocks))


def _table(rows: Iterable[tuple[int, Evidence]]) -> Table:
    return Table(
        id="claims",
        caption="Claims the scores rest on",
        head=words(
            "No.", "Claim", "Standing", "Grade", "Checked", "Check again", "Sources"
        ),
        rows=tuple(_row(number, claim) for number, claim in rows),
    )


def _row(number: int, claim: Evidence) -> tuple[Cell, ...]:
    found = f" Found: {claim.finding}" if claim.finding else ""
    return (
        *words(str(number)),
        Cell(line(Span(claim.statement, claim.url), found)),
        *words(
            claim.standing, claim.grade, day(claim.checked_on), day(claim.review_by)
        ),
        Cell(_sources(claim)),
    )


def _sources(claim: Evidence) -> tuple[Span, ...]:
    if not claim.sources:
        return line("No source: opinion")
    pieces: list[str | Span] = []
    for source in claim.sources:
        pieces += ["; " if pieces else "", Span(source.title, source.url)]
        pieces.append(f", read {day(source.retrieved_on)}")
    return line(*pieces)
