"""Where a problem is and what it is, in the words of the editing form."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from advisor.documents.catalogue import Catalogue
from advisor.rule_sets.scenario_changes import TAKEN_OUT, Outcome, ScenarioRow
from advisor.verdicts.wording import headline_for

STREAMS = {
    "criteria": "criteria",
    "facts": "facts",
    "frameworks": "candidates",
    "questions": "questions",
    "scenarios": "scenarios",
}
NAMES = {
    "criteria": "criterion",
    "frameworks": "framework",
    "questions": "question",
    "scenarios": "scenario",
    "options": "option",
    "facts": "fact",
    "scores": "score on",
    "points": "points for",
    "requires": "requirement",
    "answers": "answer to",
}
STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@dataclass(frozen=True)
class Obstacle:
    """A reason against publishing: the form's field, its row, and a sentence.

    `field` is "" and `row` None where the reason concerns the whole rule set.
    """

    field: str
    row: int | None
    message: str

    def __str__(self) -> str:
        return self.message


class RuleSetFieldError(StreamBlockValidationError):
    """Errors shown at the rows they belong to; in code, `messages` has every word."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        by_row: dict[int | None, list[str]] = {}
        for obstacle in obstacles:
            by_row.setdefault(obstacle.row, []).append(obstacle.message)
        super().__init__(
            block_errors={
                row: StructBlockValidationError(non_block_errors=messages)
                for row, messages in by_row.items()
                if row is not None
            },
            non_block_errors=by_row.get(None, []),
        )
        self.message = "\n".join(word for words in by_row.values() for word in words)


def field_errors(obstacles: Iterable[Obstacle]) -> dict[str, ValidationError]:
    """One error for each field of the form, as `ValidationError(...)` wants them."""
    by_field: dict[str, list[Obstacle]] = {}
    for obstacle in obstacles:
        by_field.setdefault(obstacle.field or NON_FIELD_ERRORS, []).append(obstacle)
    return {
        field: RuleSetFieldError(found)
        if field in STREAMS.values()
        else ValidationError([obstacle.message for obstacle in found])
        for field, found in by_field.items()
    }


def obstacle_at(path: str, message: str, document: Mapping[str, Any]) -> Obstacle:
    """The obstacle for a problem at `path`, as in `questions[2].options[0].points`."""
    steps = steps_of(path)
    first = str(steps[0]) if steps else ""
    row = steps[1] if len(steps) > 1 and isinstance(steps[1], int) else None
    field = STREAMS.get(first, "")
    place = place_in_words(path, document)
    return Obstacle(field, row if field else None, f"{place}: {message}")


def place_in_words(path: str, document: Mapping[str, Any]) -> str:
    """`questions[0].options[1].points.tols` as: Question 'q', option 'o', points ..."""
    words: list[str] = []
    node: Any = document
    named_children = False
    for step in steps_of(path):
        node = _child(node, step)
        if isinstance(step, int):
            words[-1] += f" {_row_name(node, step)}"
        elif named_children:
            words[-1] += f" '{step}'"
        else:
            words.append(NAMES.get(step, step.replace("_", " ")))
        named_children = step in NAMES and isinstance(node, Mapping)
    sentence = ", ".join(words) or "the rule set"
    return sentence[0].upper() + sentence[1:]


def steps_of(path: str) -> list[str | int]:
    return [int(number) if number else name for number, name in STEP.findall(path)]


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _row_name(row: Any, number: int) -> str:
    name = row.get("id") if isinstance(row, Mapping) else None
    return f"'{name}'" if name else f"number {number + 1}"


def outcome_words(outcome: Outcome | None, catalogue: Catalogue) -> str:
    """A verdict as editors and readers know it: "Leans to Django"."""
    if outcome is None:
        return "none"
    if outcome == TAKEN_OUT:
        return "taken out"
    if not outcome.kind:
        return "nothing chosen"
    return headline_for({"verdict": outcome._asdict()}, catalogue)


def scenario_sentence(row: ScenarioRow, document: Mapping[str, Any]) -> str:
    """Why a scenario stands against publishing, and what an editor may do."""
    catalogue = Catalogue(document)
    name = f"Scenario {row.id} (“{row.title}”)"
    if row.after is None:
        return f"{name} has answers that do not fit: {row.problem}."
    if row.after == TAKEN_OUT:
        return f"{name} is taken out. Acknowledge it if that is meant."
    parts = [f"gives “{outcome_words(row.after, catalogue)}”"]
    if row.changed:
        parts.append(f"not “{outcome_words(row.before, catalogue)}” as in force")
    if row.unexpected:
        parts.append(f"not “{outcome_words(row.expected, catalogue)}” as expected")
    return f"{name} {', '.join(parts)}. Acknowledge it if that is meant."
