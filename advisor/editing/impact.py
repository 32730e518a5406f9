"""What publishing a draft would change for readers, worked out before it is done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.documents.frozen import FrozenDocument, parsed
from advisor.editing.saved_answers import Pairs, SavedAnswers
from advisor.engine import compare_evaluations, outcome_distribution
from advisor.rule_sets.check_rows import WORDS
from advisor.rule_sets.document import Draft
from advisor.rule_sets.publication import checks_of, frozen_draft, obstacles_in
from advisor.rule_sets.publication_words import outcome_words
from advisor.rule_sets.scenario_changes import ScenarioRow, scenario_rows
from advisor.verdicts.wording import share

SAVED_LABELS = {
    "holds": "The verdict holds",
    "stronger": "Same framework, a stronger verdict",
    "weaker": "Weaker: nobody new is named, and less surely",
    "another": "Another framework is named",
}


@dataclass(frozen=True)
class CheckLine:
    id: str
    title: str
    meaning: str
    passed: bool
    findings: tuple[str, ...]


@dataclass(frozen=True)
class ScenarioLine:
    """A reference scenario in words; `row` keeps the ids."""

    row: ScenarioRow
    expected: str
    before: str  # "new scenario" where the version in force lacks it
    after: str

    @property
    def token(self) -> str:
        """Scenario and verdict as one word, for a tick box."""
        return ":".join((self.row.id, *(self.row.after or ())))


@dataclass(frozen=True)
class SavedLine:
    label: str
    count: int
    share: str  # of 100, "fewer than 1"


@dataclass(frozen=True)
class SavedImpact:
    """Saved results, all members together, that would change verdict."""

    total: int
    examined: int
    lines: tuple[SavedLine, ...]
    changed: SavedLine


@dataclass(frozen=True)
class OutcomeLine:
    """How many of `samples` random answer sets end this way."""

    label: str
    before: int | None  # None: nothing is in force
    after: int


@dataclass(frozen=True)
class Impact:
    """With `problems` the engine cannot read the draft, and nothing else is there."""

    problems: tuple[str, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    scenarios: tuple[ScenarioLine, ...] = ()
    saved: SavedImpact | None = None
    samples: int = 0
    outcomes: tuple[OutcomeLine, ...] = ()

    @property
    def refused(self) -> bool:
        return bool(self.problems) or not all(check.passed for check in self.checks)

    @property
    def changed_scenarios(self) -> tuple[ScenarioLine, ...]:
        """Those that an editor has to acknowledge, or has acknowledged."""
        return tuple(
            line
            for line in self.scenarios
            if line.row.may_be_acknowledged or line.row.is_acknowledged
        )


def impact_of(
    draft: Draft, in_force: FrozenDocument | None, saved: SavedAnswers
) -> Impact:
    """The impact of publishing `draft` in place of `in_force`."""
    if obstacles := obstacles_in(draft, with_checks=False):
        return Impact(problems=tuple(obstacle.message for obstacle in obstacles))
    frozen = frozen_draft(draft)
    after = _outcomes(frozen)
    return Impact(
        checks=tuple(
            CheckLine(check.id, *WORDS[check.id], check.passed, check.findings)
            for check in checks_of(draft, in_force)
        ),
        scenarios=tuple(_scenario_lines(draft, frozen, in_force)),
        saved=_saved_impact(in_force, frozen, saved) if in_force else None,
        samples=after["samples"],
        outcomes=tuple(_outcome_lines(frozen, in_force, after)),
    )


def _scenario_lines(
    draft: Draft, frozen: FrozenDocument, in_force: FrozenDocument | None
) -> Iterator[ScenarioLine]:
    catalogue = Catalogue(frozen.document)
    former = Catalogue(in_force.document) if in_force else catalogue
    for row in scenario_rows(frozen, in_force, draft.acknowledged):
        yield ScenarioLine(
            row,
            expected=outcome_words(row.expected, catalogue),
            before=outcome_words(row.before, former) if row.before else "new scenario",
            after=row.problem or outcome_words(row.after, catalogue),
        )


def _saved_impact(
    in_force: FrozenDocument, frozen: FrozenDocument, saved: SavedAnswers
) -> SavedImpact:
    counts: Counter[str] = Counter()
    for pairs, times in saved.times.items():
        counts[_difference(in_force, frozen, pairs)] += times

    def line(label: str, count: int) -> SavedLine:
        return SavedLine(label, count, share(count, saved.examined or 1))

    return SavedImpact(
        total=saved.total,
        examined=saved.examined,
        lines=tuple(line(SAVED_LABELS[kind], counts[kind]) for kind in SAVED_LABELS),
        changed=line("changed", counts["weaker"] + counts["another"]),
    )


@lru_cache(maxsize=8192)
def _difference(before: FrozenDocument, after: FrozenDocument, pairs: Pairs) -> str:
    """One of the engine's outcomes; the same answers are compared once per draft."""
    return compare_evaluations(parsed(before), parsed(after), dict(pairs)).outcome


@lru_cache(maxsize=8)
def _outcomes(frozen: FrozenDocument) -> dict[str, Any]:
    """A second of arithmetic, the same for ever for one digest."""
    return dict(outcome_distribution(parsed(frozen)))


def _outcome_lines(
    frozen: FrozenDocument, in_force: FrozenDocument | None, after: Mapping[str, Any]
) -> Iterator[OutcomeLine]:
    now = _counts(after, Catalogue(frozen.document))
    was = (
        _counts(_outcomes(in_force), Catalogue(in_force.document)) if in_force else None
    )
    for label in {**(was or {}), **now}:
        before = None if was is None else was.get(label, 0)
        yield OutcomeLine(label, before, now.get(label, 0))


def _counts(outcomes: Mapping[str, Any], catalogue: Catalogue) -> dict[str, int]:
    counts = {}
    for framework, named in outcomes["frameworks"].items():
        name = catalogue.framework_name(framework)
        counts[name] = named["clear"]
        counts[f"Leans to {name}"] = named["leans"]
        counts[f"Only {name} qualifies"] = named["only_one"]
    kinds = outcomes["kinds"]
    return {
        **counts,
        "Too close to call": kinds["too_close"],
        "A tie": kinds["tie"],
        "None qualifies": kinds["none"],
    }
