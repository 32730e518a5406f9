"""One answer changed on trial: before and after, with the original kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import Journey
from advisor.journey.links import result_url
from advisor.verdicts.contributions import in_favour
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.verdicts.wording import counted, signed
from advisor.verdicts.working import columns_of

OPEN = "left open"


@dataclass(frozen=True)
class Choice:
    value: str  # "question:option"
    label: str
    chosen: bool


@dataclass(frozen=True)
class Choices:
    """The answers of one question that differ from the present one."""

    text: str
    now: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Moved:
    label: str
    before: str
    after: str
    change: str


@dataclass(frozen=True)
class Tried:
    question: str
    before: str
    after: str
    summary: str
    verdicts: tuple[Verdict, Verdict]
    moved: tuple[Moved, ...]  # totals and margin
    criteria: tuple[Moved, ...]  # points of the criteria that moved
    keep_url: str
    back_url: str


@dataclass(frozen=True)
class WhatIf:
    groups: tuple[Choices, ...]
    hidden: tuple[tuple[str, str], ...]
    tried: Tried | None


def changed(journey: Journey) -> Journey | None:
    """The journey with the change on trial made; None if that changes nothing."""
    if journey.what_if is None:
        return None
    question, option = journey.what_if
    if journey.answers.get(question, "") == option:
        return None
    if not option:
        return journey.leaving_open([question])
    return journey.answering({question: option})


def what_if_of(
    catalogue: Catalogue,
    journey: Journey,
    before: Mapping[str, Any],
    after: Mapping[str, Any] | None,
) -> WhatIf:
    """`after` is the evaluation of the `changed` journey, None without a change."""
    return WhatIf(
        groups=tuple(
            _choices(question, catalogue, journey)
            for question in catalogue.in_order(journey.answers)
        ),
        hidden=tuple(journey.pairs(catalogue)),
        tried=_tried(catalogue, journey, before, after) if after else None,
    )


def _choices(question: str, catalogue: Catalogue, journey: Journey) -> Choices:
    now = journey.answers[question]
    options = [
        (row["id"], catalogue.option_label(question, row["id"]))
        for row in catalogue.questions[question]["options"]
    ]
    return Choices(
        text=catalogue.question_text(question),
        now=catalogue.option_label(question, now),
        choices=tuple(
            Choice(f"{question}:{key}", label, (question, key) == journey.what_if)
            for key, label in [*options, ("", OPEN.capitalize())]
            if key != now
        ),
    )


def _label(question: str, option: str, catalogue: Catalogue) -> str:
    return catalogue.option_label(question, option) if option else OPEN


def _tried(
    catalogue: Catalogue,
    journey: Journey,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> Tried:
    question, option = journey.what_if or ("", "")
    verdicts = verdict_of(before, catalogue), verdict_of(after, catalogue)
    criteria = tuple(_moved_criteria(catalogue, before, after))
    return Tried(
        question=catalogue.question_text(question),
        before=_label(question, journey.answers.get(question, ""), catalogue),
        after=_label(question, option, catalogue),
        summary=_summary(verdicts, len(criteria)),
        verdicts=verdicts,
        moved=tuple(_moved_totals(catalogue, before, after)),
        criteria=criteria,
        keep_url=result_url(catalogue, changed(journey) or journey),
        back_url=result_url(catalogue, journey),
    )


def _summary(verdicts: tuple[Verdict, Verdict], criteria: int) -> str:
    first, second = verdicts
    moved = f"{counted(criteria, 'criterion', 'criteria')} moved." if criteria else ""
    if first.label == second.label:
        return f"The verdict stays: {second.label}. {moved}".strip()
    return f"The verdict changes from “{first.label}” to “{second.label}”. {moved}"


def _moved_totals(
    catalogue: Catalogue, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[Moved]:
    rows = []
    for side in columns_of(catalogue):
        was, now = before["totals"][side.slug], after["totals"][side.slug]
        rows.append(
            Moved(
                f"Total of {side.name}",
                _total(was, side.slug, before),
                _total(now, side.slug, after),
                signed(now - was),
            )
        )
    was, now = (_margin(found, catalogue) for found in (before, after))
    return [*rows, Moved("Margin", was, now, "")]


def _total(total: int, framework: str, evaluation: Mapping[str, Any]) -> str:
    out = " (ruled out)" if framework not in evaluation["ranking"] else ""
    return f"{total:,}{out}"


def _margin(evaluation: Mapping[str, Any], catalogue: Catalogue) -> str:
    if len(evaluation["ranking"]) < 2:
        return "nothing to compare"
    first, second = map(catalogue.framework_name, evaluation["ranking"][:2])
    return in_favour(evaluation["margin"], first, second)


def _moved_criteria(
    catalogue: Catalogue, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[Moved]:
    moved = [
        (catalogue.criterion_label(key), was, after["points"][key])
        for key, was in before["points"].items()
        if after["points"][key] != was
    ]
    moved.sort(key=lambda row: (-abs(row[2] - row[1]), row[0]))
    return [
        Moved(label, f"{was:,}", f"{now:,}", signed(now - was))
        for label, was, now in moved
    ]
