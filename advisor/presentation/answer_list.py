"""The answers given, each with a way to change it, and the questions still open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.answers import Journey
from advisor.catalogue import Catalogue
from advisor.links import question_url
from advisor.reach import can_change_alone
from advisor.wording import counted


@dataclass(frozen=True)
class Answer:
    question: str
    text: str
    value: str
    change_url: str


@dataclass(frozen=True)
class OpenQuestion:
    """`reach` is "alone", "together" or "no": how far its answer could still go."""

    question: str
    text: str
    url: str
    reach: str
    reach_label: str


REACH_LABELS = {
    "alone": "Could still change this",
    "together": "Could with other answers",
    "no": "Cannot change this any more",
}


def answers_of(
    catalogue: Catalogue, journey: Journey, *, then_result: bool = True
) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            question=question,
            text=catalogue.question_text(question),
            value=catalogue.option_label(question, journey.answers[question]),
            change_url=question_url(
                catalogue, question, journey, then_result=then_result
            ),
        )
        for question in catalogue.in_order(journey.answers)
    )


def open_questions_of(
    evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> tuple[OpenQuestion, ...]:
    alone = can_change_alone(catalogue, evaluation)
    # Where every framework is ruled out, further answers bring none back.
    settled = evaluation["settled"] or not evaluation["ranking"]
    return tuple(
        OpenQuestion(
            question=question,
            text=catalogue.question_text(question),
            url=question_url(catalogue, question, journey, then_result=True),
            reach=reach,
            reach_label=REACH_LABELS[reach],
        )
        for question in catalogue.in_order(dict.fromkeys(evaluation["open_questions"]))
        for reach in [_reach(question, alone, settled=settled)]
    )


def _reach(question: str, alone: frozenset[str], *, settled: bool) -> str:
    if settled:
        return "no"
    return "alone" if question in alone else "together"


def what_is_left(evaluation: Mapping[str, Any], catalogue: Catalogue) -> str:
    """What the open questions can still do, in one true sentence; "" if none."""
    left = len(evaluation["open_questions"])
    if not left or not evaluation["answers"]:
        return ""
    if evaluation["settled"] or not evaluation["ranking"]:
        return (
            f"No answer to the other {left} questions can change this."
            if left > 1
            else "The last open question cannot change this."
        )
    alone = len(can_change_alone(catalogue, evaluation))
    if alone:
        return f"{counted(alone, 'open question')} can still change this."
    return "No single answer can change this, but several together could."
