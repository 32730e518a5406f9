"""What stands against publishing a rule set, as a pure function of its draft."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from django.core.exceptions import ValidationError

from advisor.documents.frozen import FrozenDocument, parsed
from advisor.engine import (
    Check,
    Problem,
    RuleSetError,
    digest_of,
    parse_rule_set,
    publication_checks,
)
from advisor.journey.answers import RESERVED_NAMES
from advisor.rule_sets.document import Document, Draft
from advisor.rule_sets.publication_words import (
    Obstacle,
    obstacle_at,
    scenario_sentence,
)
from advisor.rule_sets.scenario_changes import ScenarioRow, scenario_rows

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


def obstacles_in(
    draft: Draft, *, with_checks: bool = True, in_force: FrozenDocument | None = None
) -> list[Obstacle]:
    """Every reason against publishing `draft`, none if it may be published.

    First what the engine cannot read; only without any of that, and unless
    `with_checks` is off, what the publication checks find. `in_force` is the version
    whose verdicts may not change unacknowledged.
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
    return _check_obstacles(draft, in_force) if with_checks else []


def checks_of(draft: Draft, in_force: FrozenDocument | None) -> tuple[Check, ...]:
    """P1 to P9 of a draft the engine can read, else RuleSetError.

    P8 also fails where a scenario's verdict differs from the one in force, whatever
    the draft expects: rewriting the expectation does not hide a change.
    """
    frozen = frozen_draft(draft)
    standing = _standing_rows(draft, in_force)
    findings = tuple(scenario_sentence(row, frozen.document) for row in standing)
    p8 = Check("P8", not findings, findings)
    return tuple(p8 if check.id == "P8" else check for check in _engine_checks(frozen))


def frozen_draft(draft: Draft) -> FrozenDocument:
    return FrozenDocument(digest_of(draft.document), draft.document)


def _standing_rows(draft: Draft, in_force: FrozenDocument | None) -> list[ScenarioRow]:
    rows = scenario_rows(frozen_draft(draft), in_force, draft.acknowledged)
    return [row for row in rows if row.stands_against]


def _check_obstacles(draft: Draft, in_force: FrozenDocument | None) -> list[Obstacle]:
    place = {row["id"]: n for n, row in enumerate(draft.document["scenarios"])}
    checks = {check.id: check for check in checks_of(draft, in_force)}
    rows = [place.get(row.id) for row in _standing_rows(draft, in_force)]
    return [
        Obstacle(
            FIELD_OF_CHECK.get(name, ""),
            rows[number] if name == "P8" else None,
            f"{name}: {finding}",
        )
        for name, check in checks.items()
        for number, finding in enumerate(check.findings)
    ]


@lru_cache(maxsize=4)
def _engine_checks(frozen: FrozenDocument) -> tuple[Check, ...]:
    """Half a second of arithmetic, asked for by the form and again by publishing.

    Its own P8 is passed over: what stands in force is not known there.
    """
    scenarios = [row["id"] for row in frozen.document["scenarios"]]
    return publication_checks(parsed(frozen), frozen.document, scenarios)


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
