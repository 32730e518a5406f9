"""From a rule-set document (parsed JSON) to a `RuleSet`, or every problem at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from advisor.engine.bounds import check_facts_known, check_reach
from advisor.engine.fields import (
    Report,
    read_fact,
    read_id,
    read_integer,
    read_list,
    read_object,
    step,
)
from advisor.engine.json_shape import check_json
from advisor.engine.limits import (
    MAX_CRITERIA,
    MAX_FRAMEWORKS,
    MAX_OPTIONS,
    MAX_POINTS,
    MAX_QUESTIONS,
    MAX_SCALE,
)
from advisor.engine.problems import RuleSetError
from advisor.engine.rule_set import (
    Constants,
    Criterion,
    FactValue,
    Framework,
    Option,
    Question,
    RuleSet,
    Score,
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


@dataclass(frozen=True)
class _Known:
    """The ids of the criteria, and whether all of them could be read.

    If not, an unknown id may be one of those, and is no problem of its own.
    """

    ids: tuple[str, ...]
    complete: bool

    def check(self, key: object, place: str, report: Report) -> bool:
        if key in self.ids:
            return True
        if self.complete:
            report.add(place, "is not the id of a criterion")
        return False


def parse_rule_set(document: Mapping[str, object]) -> RuleSet:
    """Check a rule-set document and return it as a `RuleSet`.

    Keys the engine does not know are ignored, but must be JSON. Raises
    RuleSetError with all problems, each naming its place in the document.
    """
    report = Report()
    rule_set = _read_rule_set(read_object(document, "document", report), report)
    shape = Report()
    if isinstance(document, Mapping):
        check_json(document, shape)
    known = {problem.path for problem in report.problems}
    report.problems += [p for p in shape.problems if p.path not in known]
    if not report.problems:
        check_reach(rule_set, document, report)
    if report.problems:
        raise RuleSetError(report.problems)
    return rule_set


def _read_rule_set(document: Mapping[str, object], report: Report) -> RuleSet:
    scale = document.get("scale_max", 10)
    scale_max = read_integer(scale, "scale_max", 1, MAX_SCALE, report) or MAX_SCALE
    criteria = _read_all(
        document, "criteria", (1, MAX_CRITERIA), _read_criterion, report
    )
    known = _known_criteria(document, criteria)
    framework = partial(_read_framework, known, scale_max)
    question = partial(_read_question, known)
    rule_set = RuleSet(
        scale_max=scale_max,
        criteria=criteria,
        frameworks=_read_all(
            document, "frameworks", (1, MAX_FRAMEWORKS), framework, report
        ),
        questions=_read_all(
            document, "questions", (0, MAX_QUESTIONS), question, report
        ),
        constants=_read_constants(document, report),
    )
    check_facts_known(document, report)
    return rule_set


def _known_criteria(
    document: Mapping[str, object], criteria: tuple[Criterion, ...]
) -> _Known:
    listed = document.get("criteria")
    ids = tuple(criterion.id for criterion in criteria)
    complete = isinstance(listed, list | tuple) and 0 < len(listed) == len(ids)
    return _Known(ids, complete)


def _read_all(
    holder: Mapping[str, object],
    key: str,
    count: tuple[int, int],
    read: Callable[[Mapping[str, object], str, Report], N],
    report: Report,
    inside: str = "",
) -> tuple[N, ...]:
    """Read the list `key` of `holder`; what has no usable id is left out."""
    path = step(inside, key)
    found: dict[str, N] = {}
    first: dict[str, str] = {}
    if key not in holder:
        report.add(path, f"is missing: a list of {count[0]} to {count[1]} entries")
        return ()
    for index, value in enumerate(read_list(holder[key], path, *count, report)):
        place = f"{path}[{index}]"
        item = read_object(value, place, report)
        if not isinstance(value, Mapping):
            continue
        entry = read(item, place, report)
        if entry.id in found:
            report.add(
                f"{place}.id", f"is a duplicate of {first[entry.id]}.id: {entry.id!r}"
            )
        elif entry.id:
            found[entry.id] = entry
            first[entry.id] = place
    return tuple(found[name] for name in sorted(found))


def _read_criterion(item: Mapping[str, object], path: str, report: Report) -> Criterion:
    name = read_id(item.get("id"), f"{path}.id", report) or ""
    base = item.get("base_points")
    points = read_integer(base, f"{path}.base_points", 0, MAX_POINTS, report)
    return Criterion(name, points or 0)


def _read_framework(
    known: _Known,
    scale_max: int,
    item: Mapping[str, object],
    path: str,
    report: Report,
) -> Framework:
    name = read_id(item.get("id"), f"{path}.id", report) or ""
    facts = _read_facts(item, "facts", path, report)
    where = f"{path}.scores"
    scores = read_object(item.get("scores"), where, report)
    for key in scores:
        known.check(key, step(where, key), report)
    if not isinstance(item.get("scores"), Mapping):
        return Framework(name, facts, ())
    return Framework(
        name,
        facts,
        tuple(
            _read_score(scores, name, where, scale_max, report) for name in known.ids
        ),
    )


def _read_score(
    scores: Mapping[str, object],
    criterion: str,
    where: str,
    scale_max: int,
    report: Report,
) -> Score:
    path = step(where, criterion)
    if criterion not in scores:
        report.add(path, "is missing: every framework needs a score here")
        return Score(0, 0, 0)
    item = read_object(scores[criterion], path, report)
    if not isinstance(scores[criterion], Mapping):
        return Score(0, 0, 0)
    low, best, high = (
        read_integer(item.get(part), f"{path}.{part}", 0, scale_max, report)
        for part in ("low", "best", "high")
    )
    if low is None or best is None or high is None:
        return Score(0, 0, 0)
    if not low <= best <= high:
        report.add(path, f"must have low <= best <= high, not {low}, {best}, {high}")
    return Score(low, best, high)


def _read_question(
    known: _Known, item: Mapping[str, object], path: str, report: Report
) -> Question:
    name = read_id(item.get("id"), f"{path}.id", report) or ""
    option = partial(_read_option, known)
    options = _read_all(item, "options", (1, MAX_OPTIONS), option, report, path)
    return Question(name, options)


def _read_option(
    known: _Known, item: Mapping[str, object], path: str, report: Report
) -> Option:
    name = read_id(item.get("id"), f"{path}.id", report) or ""
    requires = _read_facts(item, "requires", path, report)
    where = f"{path}.points"
    points: dict[str, int] = {}
    for key, value in read_object(item.get("points", {}), where, report).items():
        place = step(where, key)
        if known.check(key, place, report):
            number = read_integer(value, place, -MAX_POINTS, MAX_POINTS, report)
            points[key] = number or 0
    return Option(name, tuple(sorted(points.items())), requires)


def _read_facts(
    item: Mapping[str, object], key: str, path: str, report: Report
) -> tuple[tuple[str, FactValue], ...]:
    where = f"{path}.{key}"
    facts: dict[str, FactValue] = {}
    for name, value in read_object(item.get(key, {}), where, report).items():
        place = step(where, name)
        if read_id(name, place, report) is None:
            continue
        fact = read_fact(value, place, report)
        if fact is not None:
            facts[name] = fact
    return tuple(sorted(facts.items(), key=lambda pair: pair[0]))


def _read_constants(document: Mapping[str, object], report: Report) -> Constants:
    given = read_object(document.get("constants", {}), "constants", report)
    known = {
        "too_close": (0, 1000),
        "clear": (0, 1000),
        "min_margin": (0, 1000),
        "version": (1, MAX_POINTS),
    }
    values: dict[str, int] = {}
    for key, value in given.items():
        path = step("constants", key)
        if key not in known:
            report.add(path, f"is not a constant; there are {', '.join(known)}")
            continue
        number = read_integer(value, path, *known[key], report)
        if number is not None:
            values[key] = number
    constants = Constants(**values)
    if constants.too_close > constants.clear:
        report.add("constants", "must have too_close <= clear")
    return constants
