"""What would change the verdict: the smallest sets of answers, ready to apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import Journey
from advisor.journey.links import result_url
from advisor.verdicts.contributions import Side
from advisor.verdicts.wording import counted

MOST = 3
FULL_LIST = 50  # the engine lists no more


@dataclass(frozen=True)
class Change:
    question: str
    before: str  # "" when the question is open
    after: str


@dataclass(frozen=True)
class Flip:
    to: Side
    changes: tuple[Change, ...]
    outcome: str  # what is then true of `to`: "is ahead"
    url: str


@dataclass(frozen=True)
class Flips:
    """Up to three of the smallest flips, and what is to be said about all of them."""

    text: str
    shown: tuple[Flip, ...]


def flips_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> Flips:
    if evaluation["verdict"]["kind"] == "none":
        return Flips(
            text="The least that brings a framework back is to relax this:",
            shown=tuple(_relaxations(evaluation, catalogue, journey)),
        )
    found = evaluation["flips"]
    return Flips(
        text=_text(evaluation),
        shown=tuple(_flip(row, catalogue, journey) for row in _varied(found)[:MOST]),
    )


def _varied(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One flip per question first: three options of one question say little."""
    seen: set[tuple[str, ...]] = set()
    fresh: list[dict[str, Any]] = []
    again: list[dict[str, Any]] = []
    for row in found:
        key = (row["to"], *sorted(row["changes"]))
        (again if key in seen else fresh).append(row)
        seen.add(key)
    return fresh + again


def _flip(row: Mapping[str, Any], catalogue: Catalogue, journey: Journey) -> Flip:
    changes = row["changes"]
    return Flip(
        to=Side(row["to"], catalogue.framework_name(row["to"])),
        changes=tuple(
            Change(
                question=catalogue.question_text(question),
                before=catalogue.option_label(question, journey.answers[question])
                if question in journey.answers
                else "",
                after=catalogue.option_label(question, changes[question]),
            )
            for question in catalogue.in_order(changes)
        ),
        outcome="is ahead",
        url=result_url(catalogue, journey.answering(changes)),
    )


def _relaxations(
    evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> list[Flip]:
    """For each framework that is cheapest to bring back: which answers to take back."""
    found = evaluation.get("relaxations", {})
    least = min(map(len, found.values()), default=0)
    return [
        Flip(
            to=Side(framework, catalogue.framework_name(framework)),
            changes=tuple(
                Change(
                    question=catalogue.question_text(question),
                    before=catalogue.option_label(question, journey.answers[question]),
                    after="left open",
                )
                for question in catalogue.in_order(dict.fromkeys(questions))
            ),
            outcome="qualifies again",
            url=result_url(catalogue, journey.leaving_open(questions)),
        )
        for framework, questions in sorted(found.items())
        if len(questions) == least
    ]


def _text(evaluation: Mapping[str, Any]) -> str:
    found = evaluation["flips"]
    if not found:
        return "No change of up to three answers would put another framework first."
    size = len(found[0]["changes"])
    ways = counted(len(found), "way") if len(found) < FULL_LIST else "50 ways or more"
    tied = evaluation["verdict"]["kind"] == "tie"
    first = "one framework" if tied else "another framework"
    return (
        f"It takes a change of {counted(size, 'answer')} to put {first} first. "
        f"There {'is' if len(found) == 1 else 'are'} {ways} to do it."
    )
