"""What decided it, and in equal space the strongest argument for the other one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.verdicts.contributions import START, Side
from advisor.verdicts.wording import signed

MOST = 3


@dataclass(frozen=True)
class Argument:
    """One criterion or answer, and what it moved, in points times score."""

    label: str
    question: str  # the question that an answer belongs to, "" for a criterion
    value_label: str


@dataclass(frozen=True)
class Case:
    """The case for one framework. Both cases have the same room."""

    framework: Side
    heading: str
    criteria: tuple[Argument, ...]
    answers: tuple[Argument, ...]


def cases_of(evaluation: Mapping[str, Any], catalogue: Catalogue) -> tuple[Case, ...]:
    """One case for each of the two in front; empty without two to compare."""
    if len(evaluation["ranking"]) < 2:
        return ()
    first, second = evaluation["ranking"][:2]
    cases = [
        _case(first, 1, evaluation, catalogue),
        _case(second, -1, evaluation, catalogue),
    ]
    if evaluation["verdict"]["framework"] is None:
        cases.sort(key=lambda case: case.framework.name.lower())
    return tuple(cases)


def _case(
    framework: str, sign: int, evaluation: Mapping[str, Any], catalogue: Catalogue
) -> Case:
    name = catalogue.framework_name(framework)
    decided = evaluation["verdict"]["framework"]
    criteria = [
        (catalogue.criterion_label(criterion), "", sign * value)
        for criterion, value in evaluation["margin_by_criterion"].items()
    ]
    answers = [
        (
            catalogue.option_label(question, evaluation["answers"][question]),
            catalogue.question_text(question),
            sign * value,
        )
        for question, value in evaluation["margin_by_answer"].items()
        if question != START
    ]
    return Case(
        framework=Side(framework, name),
        heading=_heading(name, decided, is_decided=framework == decided),
        criteria=_strongest(criteria),
        answers=_strongest(answers),
    )


def _heading(name: str, decided: str | None, *, is_decided: bool) -> str:
    if decided is None:
        return f"What speaks for {name}"
    if is_decided:
        return f"What decided it for {name}"
    return f"The strongest case for {name}"


def _strongest(values: Iterable[tuple[str, str, int]]) -> tuple[Argument, ...]:
    ordered = sorted(
        (row for row in values if row[2] > 0), key=lambda row: (-row[2], row)
    )
    return tuple(
        Argument(label, question, signed(value))
        for label, question, value in ordered[:MOST]
    )
