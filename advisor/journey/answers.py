"""Answers as they travel in the query string: `?mode=quick&team=two&data=`.

A question id with an option id is an answer; a question id with an empty value
was asked and left open. The order of the pairs is the order in which they were
asked, so the way back needs no memory. Nothing is guessed: what cannot be read is
named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from advisor.documents.catalogue import Catalogue

FULL, QUICK = "full", "quick"
ADAPTIVE, FIXED = "adaptive", "fixed"
MODE, ORDER, STOP, RULE_SET = "mode", "order", "stop", "ruleset"
STEP, THEN, WHAT_IF = "go", "then", "what-if"
SETTINGS = (MODE, ORDER, STOP, RULE_SET, STEP, THEN, WHAT_IF)
PAGES = ("result", "settled", "saved", "compare", "shared", "method", "own")
# Words of the addresses. A question with such an id could not be asked.
RESERVED_NAMES = frozenset({*SETTINGS, *PAGES})
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
    asked: tuple[str, ...] = ()  # answered or skipped, in the order of asking
    mode: str = FULL
    order: str = ADAPTIVE
    never_stops: bool = False  # goes on although nothing can change who is ahead
    rule_set: int | None = None
    to_result: bool = False
    submitted: bool = False
    what_if: tuple[str, str] | None = None  # a question, an option or "" for none
    problems: tuple[AddressProblem, ...] = ()

    def without(self, question: str) -> "Journey":
        answers = {key: kept for key, kept in self.answers.items() if key != question}
        return replace(
            self,
            answers=answers,
            skipped=self.skipped - {question},
            asked=tuple(key for key in self.asked if key != question),
        )

    def leaving_open(self, questions: Iterable[str]) -> "Journey":
        left = frozenset(questions)
        answers = {key: kept for key, kept in self.answers.items() if key not in left}
        return replace(self, answers=answers)

    def answering(self, changes: Mapping[str, str]) -> "Journey":
        answers = {**self.answers, **changes}
        return replace(self, answers=answers, skipped=self.skipped - set(changes))

    def skipping(self, question: str) -> "Journey":
        left = self.without(question)
        return replace(
            left, skipped=left.skipped | {question}, asked=(*left.asked, question)
        )

    def in_document_order(self) -> "Journey":
        """The same answers whatever order they were given in."""
        return replace(self, asked=())

    def seen(self, catalogue: Catalogue) -> tuple[str, ...]:
        """The questions answered or skipped, as they were asked."""
        known = [key for key in catalogue.questions if self.has_seen(key)]
        asked = [key for key in dict.fromkeys(self.asked) if key in known]
        return (*asked, *(key for key in known if key not in asked))

    def has_seen(self, question: str) -> bool:
        return question in self.answers or question in self.skipped

    def pairs(self, catalogue: Catalogue) -> list[tuple[str, str]]:
        """Settings first, then answers and skips in the order of asking."""
        pairs = [(MODE, QUICK)] if self.mode == QUICK else []
        if self.order == FIXED:
            pairs.append((ORDER, FIXED))
        if self.never_stops:
            pairs.append((STOP, "never"))
        if self.rule_set is not None:
            pairs.append((RULE_SET, str(self.rule_set)))
        for question in self.seen(catalogue):
            pairs.append((question, self.answers.get(question, "")))
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
        self.asked: list[str] = []
        self.skipped: set[str] = set()
        self.what_if: tuple[str, str] | None = None
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
        elif name == WHAT_IF:
            self._read_what_if(value)
        elif name in SETTINGS:
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
            self.asked.append(question)
        elif self.catalogue.option(question, value):
            self.answers[question] = value
            self.asked.append(question)
        else:
            text = self.catalogue.question_text(question)
            self.complain(
                f"“{shown(value)}” is not an answer to “{text}” "
                "The question is open again: choose one of its answers.",
                question,
            )

    def _read_what_if(self, value: str) -> None:
        """`question:option`; `question:` leaves the question open; "" is nothing."""
        question, _, option = value.partition(":")
        known = question in self.catalogue.questions and ":" in value
        if known and (not option or self.catalogue.option(question, option)):
            self.what_if = question, option
        elif value:
            self.complain(
                f"“{shown(value)}” is not a change that can be tried. "
                "Choose one from the list."
            )

    def _read_setting(self, name: str, value: str) -> None:
        right = {
            MODE: (FULL, QUICK),
            ORDER: (ADAPTIVE, FIXED),
            STOP: ("never",),
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
            asked=tuple(self.asked),
            mode=self.settings.get(MODE, FULL),
            order=self.settings.get(ORDER, ADAPTIVE),
            never_stops=STOP in self.settings,
            rule_set=int(pinned) if pinned else None,
            to_result=THEN in self.settings,
            submitted=STEP in self.settings,
            what_if=self.what_if,
            problems=tuple(problems),
        )
