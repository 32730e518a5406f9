"""What would change the verdict: the smallest sets of answers, ready to apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.answers import Journey
from advisor.catalogue import Catalogue
from advisor.links import result_url
from advisor.presentation.contributions import Side
from advisor.wording import counted

MOST = 3


@dataclass(frozen=True)
class Change:
    question: str
    before: str  # "" when the question is open
    after: str


@dataclass(frozen=True)
class Flip:
    to: Side
    changes: tuple[Change, ...]
    url: str


@dataclass(frozen=True)
class Flips:
    """Up to three of the smallest flips, and what is to be said about all of them."""

    text: str
    shown: tuple[Flip, ...]


def flips_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> Flips:
    found = evaluation["flips"]
    return Flips(
        text=_text(evaluation),
        shown=tuple(_flip(row, catalogue, journey) for row in _varied(found)[:MOST]),
    )


def _varied(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One flip per question first: three options of one question say little."""
    seen: set[tuple[str, ...]] = set()
    fresh, again = [], []
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
        url=result_url(catalogue, journey.answering(changes)),
    )


def _text(evaluation: Mapping[str, Any]) -> str:
    found = evaluation["flips"]
    kind = evaluation["verdict"]["kind"]
    if not found:
        return (
            "No change of up to three answers would put another framework first."
            if kind != "none"
            else "No change of up to three answers would bring a framework back."
        )
    size = len(found[0]["changes"])
    ways = counted(len(found), "way") if len(found) < 50 else "50 ways or more"
    answers = counted(size, "answer")
    if kind == "none":
        return (
            f"Relaxing {answers} is the least that brings a framework back. "
            f"There {'is' if len(found) == 1 else 'are'} {ways} to do it."
        )
    return (
        f"It takes a change of {answers} to put another framework first. "
        f"There {'is' if len(found) == 1 else 'are'} {ways} to do it."
    )
