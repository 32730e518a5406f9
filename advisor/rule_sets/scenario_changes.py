"""Which reference scenarios a draft gives another verdict than the version in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from advisor.documents.frozen import FrozenDocument, parsed
from advisor.engine import AnswersError, RuleSet, verdict_for

Row = Mapping[str, Any]
REMOVED = "removed"


class Outcome(NamedTuple):
    """A verdict's kind and the id of the framework it names, "" if none."""

    kind: str
    framework: str = ""


TAKEN_OUT = Outcome(REMOVED)


@dataclass(frozen=True)
class ScenarioRow:
    """One scenario under the version in force and under the draft.

    `before` is None where the version in force lacks the scenario; `after` is None
    where the draft cannot read its answers, and `problem` then says why.
    """

    id: str
    title: str
    expected: Outcome
    before: Outcome | None
    after: Outcome | None
    acknowledged: Outcome | None = None
    problem: str = ""

    @property
    def changed(self) -> bool:
        """Whether readers in this situation would be told something else."""
        return None not in (self.before, self.after) and self.before != self.after

    @property
    def unexpected(self) -> bool:
        """Whether the draft's verdict is not the one the draft expects."""
        return self.after not in (self.expected, TAKEN_OUT)

    @property
    def is_acknowledged(self) -> bool:
        """Whether an editor accepted exactly this verdict."""
        return self.after is not None and self.after == self.acknowledged

    @property
    def stands_against(self) -> bool:
        """Whether publishing is refused because of it."""
        return (self.changed or self.unexpected) and not self.is_acknowledged

    @property
    def may_be_acknowledged(self) -> bool:
        return self.stands_against and self.after is not None


def scenario_rows(
    draft: FrozenDocument,
    in_force: FrozenDocument | None,
    acknowledged: Mapping[str, Outcome],
) -> tuple[ScenarioRow, ...]:
    """The draft's scenarios in its order, then those it takes out.

    Raises RuleSetError if the draft cannot be read.
    """
    before = _verdicts(in_force) if in_force else {}
    rows = [
        _row(parsed(draft), scenario, before, acknowledged)
        for scenario in draft.document["scenarios"]
    ]
    kept = {row.id for row in rows}
    former = in_force.document.get("scenarios", ()) if in_force else ()
    return (
        *rows,
        *(
            ScenarioRow(
                id=scenario["id"],
                title=scenario["title"],
                expected=_expected(scenario),
                before=before.get(scenario["id"]),
                after=TAKEN_OUT,
                acknowledged=acknowledged.get(scenario["id"]),
            )
            for scenario in former
            if scenario["id"] not in kept
        ),
    )


def verdict_under(rule_set: RuleSet, answers: Mapping[str, str]) -> Outcome:
    """Raises AnswersError."""
    verdict = verdict_for(rule_set, answers)
    return Outcome(verdict.kind, verdict.framework or "")


def _row(
    rule_set: RuleSet,
    scenario: Row,
    before: Mapping[str, Outcome],
    acknowledged: Mapping[str, Outcome],
) -> ScenarioRow:
    name = scenario["id"]
    after, problem = None, ""
    try:
        after = verdict_under(rule_set, scenario["answers"])
    except AnswersError as error:
        problem = "; ".join(wrong.message for wrong in error.problems)
    return ScenarioRow(
        id=name,
        title=scenario["title"],
        expected=_expected(scenario),
        before=before.get(name),
        after=after,
        acknowledged=acknowledged.get(name),
        problem=problem,
    )


def _verdicts(in_force: FrozenDocument) -> dict[str, Outcome]:
    """A published version's scenarios; unreadable ones were acknowledged, if ever."""
    verdicts = {}
    for scenario in in_force.document.get("scenarios", ()):
        try:
            verdict = verdict_under(parsed(in_force), scenario["answers"])
        except AnswersError:
            continue
        verdicts[scenario["id"]] = verdict
    return verdicts


def _expected(scenario: Row) -> Outcome:
    return Outcome(scenario["expect_kind"] or "", scenario["expect_framework"] or "")
