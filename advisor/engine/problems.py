"""Problems found in input, each with the place where it was found."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    `path` names the place, as in `questions[2].options[0].points.tools`;
    `message` says what was wrong and what would be right.
    """

    path: str
    message: str


class InputError(ValueError):
    """Input was refused; `problems` holds every reason, never none."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.path}: {p.message}" for p in self.problems))


class RuleSetError(InputError):
    """A rule-set document that can't be used."""


class AnswersError(InputError):
    """Answers that don't belong to the rule set."""


def shown(value: object) -> str:
    """A short ASCII picture of any value, safe to print for hostile input."""
    if isinstance(value, int) and value.bit_length() > 64:
        return "a very large number"
    if isinstance(value, int | float | str | None):
        text = ascii(value)
        return text if len(text) <= 60 else text[:56] + "...'"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    return f"a {type(value).__name__}"
