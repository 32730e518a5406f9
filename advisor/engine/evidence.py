"""What the checks read from the words of a document: sources, families, scenarios."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisor.engine.rule_set import RuleSet

GRADES = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Scenario:
    """A reference scenario: answers, and the verdict they must keep."""

    id: str
    answers: Mapping[str, str]
    kind: str
    framework: str


def evidence_gaps(document: Mapping[str, object]) -> Iterator[str]:
    """Scores without a source, a grade from A to D or the date of the check."""
    for framework in _objects(document, "frameworks"):
        scores = framework.get("scores")
        for criterion, score in _items(scores):
            missing = [what for what, present in _evidence(score) if not present]
            if missing:
                name = framework.get("id")
                yield f"Score of {name} on {criterion}: no {', no '.join(missing)}."


def _evidence(score: Mapping[str, object]) -> tuple[tuple[str, bool], ...]:
    return (
        ("source", bool(score.get("claims") or score.get("sources"))),
        ("grade from A to D", score.get("grade") in GRADES),
        ("date of the check", _is_date(score.get("checked_on"))),
    )


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def identical_columns(
    rule_set: RuleSet, document: Mapping[str, object]
) -> Iterator[str]:
    """Criteria of one family in which all frameworks have the same scores."""
    family = {c.get("id"): c.get("family") for c in _objects(document, "criteria")}
    seen: dict[object, str] = {}
    for index, criterion in enumerate(rule_set.criteria):
        if not family.get(criterion.id):
            continue
        column = tuple(framework.scores[index] for framework in rule_set.frameworks)
        key = (str(family[criterion.id]), column)
        if key in seen:
            yield (
                f"Criteria {seen[key]} and {criterion.id} of family {key[0]} "
                "have identical scores."
            )
        seen.setdefault(key, criterion.id)


def scenarios_of(document: Mapping[str, object]) -> Iterator[Scenario]:
    """The reference scenarios stored in the document."""
    for item in _objects(document, "scenarios"):
        answers = item.get("answers")
        yield Scenario(
            id=str(item.get("id", "")),
            answers=dict(answers) if isinstance(answers, Mapping) else {},
            kind=str(item.get("expect_kind", "")),
            framework=str(item.get("expect_framework") or ""),
        )


def _objects(
    document: Mapping[str, object], key: str
) -> Iterator[Mapping[str, object]]:
    value = document.get(key, ())
    for item in value if isinstance(value, Sequence) else ():
        if isinstance(item, Mapping):
            yield item


def _items(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key), item if isinstance(item, Mapping) else {}
