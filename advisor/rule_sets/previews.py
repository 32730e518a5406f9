"""What the admin's live preview shows of a draft: the wizard as it would become."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import AnswersError, parse_rule_set
from advisor.journey.answers import Journey
from advisor.rule_sets.document import Draft
from advisor.rule_sets.publication import obstacles_in
from advisor.verdicts.evaluation import evaluated
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.wizard.question_page import QuestionPage, question_page

ALL_QUESTIONS = "all-questions"
QUESTION, SCENARIO = "question:", "scenario:"
OWN_TEMPLATE = "advisor/rule_sets/preview.html"


@dataclass(frozen=True)
class Expectation:
    """A reference scenario and what it expects, in words."""

    title: str
    situation: str
    expected: str
    answers: tuple[tuple[str, str], ...]  # question and answer


@dataclass(frozen=True)
class Preview:
    """What one preview mode shows. With `problems`, nothing else is there."""

    heading: str
    problems: tuple[str, ...] = ()
    questions: tuple[QuestionPage, ...] = ()
    scenario: Expectation | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Rendering:
    """A template and its context."""

    template: str
    context: Mapping[str, Any]


def preview_modes(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(name, label) of every mode; the first, the first question, is the default."""
    questions = [(row["id"], row["text"]) for row in document["questions"]]
    scenarios = [(row["id"], row["title"]) for row in document["scenarios"]]
    return [
        *(
            (f"{QUESTION}{name}", f"Question: {text or name}")
            for name, text in questions
        ),
        (ALL_QUESTIONS, "All questions and what they change"),
        *(
            (f"{SCENARIO}{name}", f"Verdict: {text or name}")
            for name, text in scenarios
        ),
    ]


def preview_of_row(stream: str, row: Mapping[str, Any]) -> str:
    """The mode that shows a row of the form, "" where none does."""
    kinds = {"questions": QUESTION, "scenarios": SCENARIO}
    return f"{kinds[stream]}{row.get('id', '')}" if stream in kinds else ""


def preview_of(draft: Draft, mode: str) -> Rendering:
    """The page of `mode`; a draft the engine cannot read shows its problems."""
    if obstacles := obstacles_in(draft, with_checks=False):
        problems = tuple(obstacle.message for obstacle in obstacles)
        return _own(Preview("This draft cannot be used yet", problems=problems))
    if mode.startswith(SCENARIO):
        return _own(_verdict(draft.document, mode.removeprefix(SCENARIO)))
    pages = _question_pages(draft.document)
    wanted = [page for page in pages if mode == f"{QUESTION}{page.id}"]
    if wanted:
        # The wizard's own page, so that the preview cannot differ from it.
        return Rendering("advisor/wizard/question.html", {"question": wanted[0]})
    return _own(Preview("All questions", questions=pages))


def _own(preview: Preview) -> Rendering:
    return Rendering(OWN_TEMPLATE, {"preview": preview})


def _question_pages(document: Mapping[str, Any]) -> tuple[QuestionPage, ...]:
    catalogue = Catalogue(document)
    evaluation = evaluated(parse_rule_set(document), document, {})
    return tuple(
        question_page(question, evaluation, catalogue, Journey())
        for question in catalogue.questions
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
