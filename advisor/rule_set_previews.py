"""What the admin's live preview shows of a draft: the wizard as it would become."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.answers import Journey
from advisor.catalogue import Catalogue
from advisor.engine import AnswersError, parse_rule_set
from advisor.evaluated import evaluated
from advisor.presentation.question_page import QuestionPage, question_page
from advisor.presentation.verdict import Verdict, verdict_of
from advisor.publication import obstacles_in
from advisor.rule_set_document import Draft

FIRST_QUESTION = "first-question"
ALL_QUESTIONS = "all-questions"
SCENARIO = "scenario:"


@dataclass(frozen=True)
class Expectation:
    """A reference scenario and what its answers give in this draft."""

    title: str
    situation: str
    expected: str
    answers: tuple[tuple[str, str], ...]  # question and answer in words


@dataclass(frozen=True)
class Preview:
    """What one preview mode shows. With `problems`, nothing else is there."""

    heading: str
    problems: tuple[str, ...] = ()
    questions: tuple[QuestionPage, ...] = ()
    scenario: Expectation | None = None
    verdict: Verdict | None = None


def preview_modes(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(name, label) of every mode, the first being the default."""
    return [
        (FIRST_QUESTION, "First question"),
        (ALL_QUESTIONS, "All questions"),
        *(
            (f"{SCENARIO}{row['id']}", f"Verdict: {row['title'] or row['id']}")
            for row in document["scenarios"]
            if row["id"]
        ),
    ]


def preview_of(draft: Draft, mode: str) -> Preview:
    """The preview in `mode`; a draft the engine cannot read shows its problems."""
    if obstacles := obstacles_in(draft, with_checks=False):
        return Preview(
            "This draft cannot be used yet",
            problems=tuple(obstacle.message for obstacle in obstacles),
        )
    if mode.startswith(SCENARIO):
        return _verdict(draft.document, mode.removeprefix(SCENARIO))
    return _questions(draft.document, first_only=mode != ALL_QUESTIONS)


def _questions(document: Mapping[str, Any], *, first_only: bool) -> Preview:
    catalogue = Catalogue(document)
    evaluation = evaluated(parse_rule_set(document), document, {})
    ids = list(catalogue.questions)[: 1 if first_only else None]
    return Preview(
        "First question" if first_only else "All questions",
        questions=tuple(
            question_page(question, evaluation, catalogue, Journey())
            for question in ids
        ),
    )


def _verdict(document: Mapping[str, Any], scenario: str) -> Preview:
    rows = [row for row in document["scenarios"] if row["id"] == scenario]
    if not rows:
        return Preview("Gone", problems=(f"There is no scenario '{scenario}'.",))
    try:
        evaluation = evaluated(parse_rule_set(document), document, rows[0]["answers"])
    except AnswersError as error:
        reasons = (f"{wrong.path}: {wrong.message}" for wrong in error.problems)
        return Preview("The answers do not fit", problems=tuple(reasons))
    catalogue = Catalogue(document)
    return Preview(
        "Verdict of a scenario",
        scenario=_expectation(rows[0], catalogue),
        verdict=verdict_of(evaluation, catalogue),
    )


def _expectation(row: Mapping[str, Any], catalogue: Catalogue) -> Expectation:
    named = row["expect_framework"]
    who = f", {catalogue.framework_name(named)}" if named else ""
    return Expectation(
        title=row["title"],
        situation=row["situation"],
        expected=f"{row['expect_kind'].replace('_', ' ')}{who}",
        answers=tuple(
            (
                catalogue.question_text(question),
                catalogue.option_label(question, option),
            )
            for question, option in row["answers"].items()
        ),
    )
