"""Answers as they travel in the query string: `?mode=quick&team=two&data=`.

A question id with an option id is an answer; a question id with an empty value
was asked and left open. Nothing is guessed: what cannot be read is named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from advisor.catalogue import Catalogue

FULL, QUICK = "full", "quick"
MODE, RULE_SET, STEP, THEN = "mode", "ruleset", "go", "then"
# Words of the addresses. A question with such an id could not be asked.
RESERVED_NAMES = frozenset(
    {MODE, RULE_SET, STEP, THEN, "result", "saved", "compare", "shared", "method"}
)
MOST_PARTS = 200
MOST_PROBLEMS = 10


@dataclass(frozen=True)
class AddressProblem:
    """What could not be read, and what would be right."""

    message: str
    question: str = ""  # the question to ask again, if there is one


@dataclass(frozen=True)
class Journey:
    """Where somebody is in the questions. Holds only what the address said."""

    answers: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    mode: str = FULL
    rule_set: int | None = None
    to_result: bool = False
    submitted: bool = False
    problems: tuple[AddressProblem, ...] = ()

    def without(self, question: str) -> "Journey":
        answers = {key: kept for key, kept in self.answers.items() if key != question}
        return replace(self, answers=answers, skipped=self.skipped - {question})

    def leaving_open(self, questions: Iterable[str]) -> "Journey":
        left = frozenset(questions)
        answers = {key: kept for key, kept in self.answers.items() if key not in left}
        return replace(self, answers=answers)

    def answering(self, changes: Mapping[str, str]) -> "Journey":
        answers = {**self.answers, **changes}
        return replace(self, answers=answers, skipped=self.skipped - set(changes))

    def skipping(self, question: str) -> "Journey":
        left = self.without(question)
        return replace(left, skipped=left.skipped | {question})

    def pairs(self, catalogue: Catalogue) -> list[tuple[str, str]]:
        """Names and values in one order only, whatever order they came in."""
        pairs = [(MODE, QUICK)] if self.mode == QUICK else []
        if self.rule_set is not None:
            pairs.append((RULE_SET, str(self.rule_set)))
        for question in catalogue.questions:
            if question in self.answers:
                pairs.append((question, self.answers[question]))
            elif question in self.skipped:
                pairs.append((question, ""))
        return pairs

    def query(self, catalogue: Catalogue, **more: str) -> str:
        """The query string with its question mark, or "" when there is nothing."""
        encoded = urlencode(self.pairs(catalogue) + sorted(more.items()))
        return f"?{encoded}" if encoded else ""


def read_journey(
    pairs: Iterable[tuple[str, str]],
    catalogue: Catalogue,
    rule_sets: Iterable[int] = (),
) -> Journey:
    """What an address says, read against the questions of `catalogue`.

    `rule_sets` are the version numbers that exist. Never raises.
    """
    reader = _Reader(catalogue, frozenset(rule_sets))
    by_name: dict[str, list[str]] = {}
    for number, (name, value) in enumerate(pairs):
        if number == MOST_PARTS:
            reader.complain(
                f"This address has more than {MOST_PARTS} parts. "
                f"Only the first {MOST_PARTS} were read."
            )
            break
        by_name.setdefault(name, []).append(value)
    for name, values in by_name.items():
        reader.read(name, values)
    return reader.journey()


def shown(text: str, longest: int = 40) -> str:
    """Foreign text made safe to repeat: short, one line, printable."""
    printable = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return printable if len(printable) <= longest else f"{printable[:longest]}…"


class _Reader:
    def __init__(self, catalogue: Catalogue, rule_sets: frozenset[int]) -> None:
        self.catalogue = catalogue
        self.rule_sets = rule_sets
        self.answers: dict[str, str] = {}
        self.skipped: set[str] = set()
        self.settings: dict[str, str] = {}
        self.problems: list[AddressProblem] = []

    def complain(self, message: str, question: str = "") -> None:
        self.problems.append(AddressProblem(message, question))

    def read(self, name: str, values: list[str]) -> None:
        value = self._single(name, values)
        if value is None:
            return
        if name in self.catalogue.questions:
            self._read_answer(name, value)
        elif name in (MODE, RULE_SET, STEP, THEN):
            self._read_setting(name, value)
        else:
            self.complain(
                f"“{shown(name)}” is not one of the questions, so it was left out. "
                "Everything else was kept."
            )

    def _single(self, name: str, values: list[str]) -> str | None:
        if len(values) == 1:
            return values[0]
        known = name in self.catalogue.questions
        if len(set(values)) == 1:
            self.complain(f"“{shown(name)}” appears more than once; it counts once.")
            return values[0]
        given = ", ".join(f"“{shown(value)}”" for value in values[:3])
        self.complain(
            f"“{shown(name)}” appears with different values ({given}). "
            + ("None was counted: choose one." if known else "None was used."),
            name if known else "",
        )
        return None

    def _read_answer(self, question: str, value: str) -> None:
        if not value:
            self.skipped.add(question)
        elif self.catalogue.option(question, value):
            self.answers[question] = value
        else:
            text = self.catalogue.question_text(question)
            self.complain(
                f"“{shown(value)}” is not an answer to “{text}” "
                "The question is open again: choose one of its answers.",
                question,
            )

    def _read_setting(self, name: str, value: str) -> None:
        right = {
            MODE: (FULL, QUICK),
            STEP: ("next",),
            THEN: ("result",),
            RULE_SET: tuple(str(number) for number in sorted(self.rule_sets)),
        }[name]
        if value in right:
            self.settings[name] = value
        elif name == RULE_SET:
            self.complain(
                f"There is no published rule set “{shown(value)}”. "
                "The current one is used instead."
            )
        else:
            choices = " or ".join(f"“{choice}”" for choice in right)
            self.complain(f"“{name}” can be {choices}, not “{shown(value)}”.")

    def journey(self) -> Journey:
        problems = self.problems[:MOST_PROBLEMS]
        left = len(self.problems) - len(problems)
        if left:
            problems.append(AddressProblem(f"{left} more parts could not be read."))
        pinned = self.settings.get(RULE_SET)
        return Journey(
            answers={
                question: self.answers[question]
                for question in self.catalogue.in_order(self.answers)
            },
            skipped=frozenset(self.skipped),
            mode=self.settings.get(MODE, FULL),
            rule_set=int(pinned) if pinned else None,
            to_result=THEN in self.settings,
            submitted=STEP in self.settings,
            problems=tuple(problems),
        )
