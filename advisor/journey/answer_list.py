"""The answers given, each with a way to change it, and the questions still open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import Journey
from advisor.journey.links import question_url
from advisor.journey.reach import reach_of


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


@dataclass(frozen=True)
class OpenGroup:
    heading: str
    questions: tuple[OpenQuestion, ...]


REACH_LABELS = {
    "alone": "On its own",
    "together": "Together with other answers",
    "no": "",
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
    reach = reach_of(catalogue, evaluation["answers"])
    how_far = {
        **dict.fromkeys(reach.alone, "alone"),
        **dict.fromkeys(reach.with_others, "together"),
        **dict.fromkeys(reach.cannot, "no"),
    }
    return tuple(
        OpenQuestion(
            question=question,
            text=catalogue.question_text(question),
            url=question_url(catalogue, question, journey, then_result=True),
            reach=how_far[question],
            reach_label=REACH_LABELS[how_far[question]],
        )
        for question in catalogue.in_order(how_far)
    )


def open_groups_of(questions: tuple[OpenQuestion, ...]) -> tuple[OpenGroup, ...]:
    """Those that could still change who is ahead apart from those that cannot."""
    groups = (
        OpenGroup(
            "Could still change this",
            tuple(row for row in questions if row.reach != "no"),
        ),
        OpenGroup(
            "Cannot change this any more",
            tuple(row for row in questions if row.reach == "no"),
        ),
    )
    return tuple(group for group in groups if group.questions)


def what_is_left(evaluation: Mapping[str, Any], catalogue: Catalogue) -> str:
    """What the open questions can still do, in one true sentence; "" if none."""
    left = len(evaluation["open_questions"])
    if not left or not evaluation["answers"]:
        return ""
    could = len(reach_of(catalogue, evaluation["answers"]).could)
    if not could:
        return (
            f"No answer to the other {left} questions can change this."
            if left > 1
            else "The last open question cannot change this."
        )
    if could == left:
        return (
            f"All {left} open questions could still change this."
            if left > 1
            else "The last open question could still change this."
        )
    return f"{could} of the {left} open questions could still change this."
