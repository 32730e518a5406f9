"""What decided it, and in equal space the strongest argument for the other one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.catalogue import Catalogue
from advisor.presentation.contributions import START, Side, answer_label
from advisor.wording import signed

MOST = 3


@dataclass(frozen=True)
class Argument:
    """One criterion or answer, and what it moved, in points times score."""

    label: str
    value_label: str


@dataclass(frozen=True)
class Case:
    """The case for one framework. Both cases have the same room."""

    framework: Side
    heading: str
    criteria: tuple[Argument, ...]
    answers: tuple[Argument, ...]
    nothing: str  # said instead, when nothing speaks for it; else ""


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
    criteria = {
        catalogue.criterion_label(criterion): sign * value
        for criterion, value in evaluation["margin_by_criterion"].items()
    }
    answers = {
        answer_label(question, evaluation["answers"], catalogue): sign * value
        for question, value in evaluation["margin_by_answer"].items()
        if question != START
    }
    speaks = any(value > 0 for value in (*criteria.values(), *answers.values()))
    return Case(
        framework=Side(framework, name),
        heading=_heading(name, decided, is_decided=framework == decided),
        criteria=_strongest(criteria),
        answers=_strongest(answers),
        nothing="" if speaks else f"With these answers no criterion speaks for {name}.",
    )


def _heading(name: str, decided: str | None, *, is_decided: bool) -> str:
    if decided is None:
        return f"What speaks for {name}"
    if is_decided:
        return f"What decided it for {name}"
    return f"The strongest case for {name}"


def _strongest(values: Mapping[str, int]) -> tuple[Argument, ...]:
    ordered = sorted(
        ((label, value) for label, value in values.items() if value > 0),
        key=lambda pair: (-pair[1], pair[0]),
    )
    return tuple(Argument(label, signed(value)) for label, value in ordered[:MOST])
