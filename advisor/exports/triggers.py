"""When a decision should be looked at again, and why."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from advisor.exports.flips import flips, relaxations
from advisor.exports.record_words import day, name, numbers
from advisor.exports.source import Decision
from advisor.exports.weighing import numbered_evidence
from advisor.verdicts.wording import joined


@dataclass(frozen=True)
class Trigger:
    """`on` is the day on which it is due; None where it is an event or is due now."""

    kind: str  # owner, answers, evidence, support, rule-set
    on: date | None
    text: str


def triggers(decision: Decision) -> tuple[Trigger, ...]:
    return (
        *_owners_date(decision),
        *_answers(decision),
        *_evidence(decision),
        *_support(decision),
        Trigger(
            "rule-set",
            None,
            f"A rule set later than version {decision.version} is published.",
        ),
    )


def _owners_date(decision: Decision) -> Iterator[Trigger]:
    on = decision.revisit_on
    if on is not None:
        yield Trigger("owner", on, f"On {day(on)}, the day its owner set for a review.")


def _answers(decision: Decision) -> Iterator[Trigger]:
    for flip in flips(decision):
        yield Trigger("answers", None, f"An answer changes: {flip.text}")
    for text in relaxations(decision):
        yield Trigger("answers", None, f"A need is given up: {text}.")
    asked = decision.evaluation["open_questions"]
    if asked and decision.evaluation["ranking"] and not decision.evaluation["settled"]:
        texts = joined(
            f"“{decision.catalogue.question_text(question)}”" for question in asked
        )
        yield Trigger("answers", None, f"An open question is answered: {texts}.")


def _evidence(decision: Decision) -> Iterator[Trigger]:
    due: dict[date, list[int]] = defaultdict(list)
    stale: list[int] = []
    for number, claim in numbered_evidence(decision).items():
        if claim.stale:
            stale.append(number)
        else:
            due[claim.review_by].append(number)
    if stale:
        text = f"Now: the review date of evidence {numbers(stale)} has passed."
        yield Trigger("evidence", None, text)
    for on, claims in sorted(due.items()):
        text = f"On {day(on)}, evidence {numbers(claims)} is to be checked again."
        yield Trigger("evidence", on, text)


def _support(decision: Decision) -> Iterator[Trigger]:
    """Series that still get fixes and have a last day; and who names no such day."""
    dated = [
        (row.until, row)
        for row in decision.support
        if row.until is not None and row.until >= decision.today
    ]
    for until, row in sorted(dated, key=lambda pair: (pair[0], pair[1].version)):
        series = f"{name(decision, row.framework)} {row.version}"
        text = f"On {day(until)}, support for {series} ends."
        yield Trigger("support", until, text)
    named = {row.framework for _, row in dated}
    for framework in decision.columns:
        if framework not in named:
            text = (
                f"{name(decision, framework)} ends support for the release in use; "
                "the guide knows no day for it."
            )
            yield Trigger("support", None, text)
