"""What stands against publishing a rule set, as a pure function of its draft."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from django.core.exceptions import ValidationError

from advisor.answers import RESERVED_NAMES
from advisor.engine import (
    Check,
    Problem,
    RuleSetError,
    digest_of,
    parse_rule_set,
    publication_checks,
)
from advisor.frozen_documents import FrozenDocument, parsed
from advisor.publication_words import Obstacle, obstacle_at
from advisor.rule_set_document import Document, Draft

# The tab of the form where an editor would mend what a check found.
FIELD_OF_CHECK = {
    "P1": "questions",
    "P4": "questions",
    "P5": "questions",
    "P6": "candidates",
    "P8": "scenarios",
    "P9": "criteria",
}


class NotPublishableError(ValidationError):
    """Publishing was refused; `messages` says why, sentence by sentence."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        super().__init__([obstacle.message for obstacle in obstacles])


def obstacles_in(draft: Draft, *, with_checks: bool = True) -> list[Obstacle]:
    """Every reason against publishing `draft`, none if it may be published.

    First what the engine cannot read; only without any of that, and unless
    `with_checks` is off, what the publication checks find.
    """
    problems = [*draft.problems, *_wrong_names(draft.document)]
    try:
        parse_rule_set(draft.document)
    except RuleSetError as error:
        problems.extend(error.problems)
    if problems:
        return [
            obstacle_at(problem.path, problem.message, draft.document)
            for problem in problems
        ]
    return _check_obstacles(draft.document) if with_checks else []


def _check_obstacles(document: Document) -> list[Obstacle]:
    return [
        Obstacle(FIELD_OF_CHECK.get(check.id, ""), None, f"{check.id}: {finding}")
        for check in _checks(FrozenDocument(digest_of(document), document))
        for finding in check.findings
    ]


@lru_cache(maxsize=4)
def _checks(frozen: FrozenDocument) -> tuple[Check, ...]:
    """Half a second of arithmetic, asked for by the form and again by publishing."""
    return publication_checks(parsed(frozen), frozen.document)


def _wrong_names(document: Document) -> list[Problem]:
    """Names the engine does not look at: addresses, facts and scenarios."""
    problems = [
        Problem(f"questions[{number}].id", "is a word of the site's own addresses")
        for number, question in enumerate(document["questions"])
        if question["id"] in RESERVED_NAMES
    ]
    for key in ("facts", "scenarios"):
        times = Counter(row["id"] for row in document[key])
        problems.extend(
            Problem(f"{key}[{number}].id", "is given twice")
            for number, row in enumerate(document[key])
            if times[row["id"]] > 1
        )
    return problems
