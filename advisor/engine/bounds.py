"""Checks of a rule set that concern several places of the document at once."""

from collections.abc import Iterator, Mapping

from advisor.engine.fields import Report, step
from advisor.engine.limits import MAX_CRITERION_POINTS
from advisor.engine.rule_set import RuleSet


def reach_of(rule_set: RuleSet) -> dict[str, tuple[int, int]]:
    """Least and most points each criterion can have under any answers. Exact."""
    reach = {c.id: (c.base_points, c.base_points) for c in rule_set.criteria}
    for question in rule_set.questions:
        options = [dict(option.points) for option in question.options]
        for name in sorted({name for points in options for name in points}):
            moves = [points.get(name, 0) for points in options]
            low, high = reach[name]
            # A question may stay open, which moves nothing.
            reach[name] = (low + min(0, *moves), high + max(0, *moves))
    return reach


def check_reach(
    rule_set: RuleSet, document: Mapping[str, object], report: Report
) -> None:
    """Report criteria that answers can make negative or too heavy."""
    places = {
        item["id"]: f"criteria[{index}]"
        for index, item in enumerate(_objects(document, "criteria"))
    }
    for name, (low, high) in reach_of(rule_set).items():
        if low < 0:
            report.add(
                places[name],
                f"answers can drive {name!r} to {low} points, and no criterion may "
                f"go below 0; the lowest points are in {_lowest(document, name)}",
            )
        if high > MAX_CRITERION_POINTS:
            report.add(
                places[name],
                f"answers can drive {name!r} to {high} points, "
                f"and at most {MAX_CRITERION_POINTS} are allowed",
            )


def check_facts_known(document: Mapping[str, object], report: Report) -> None:
    """Report facts that an option requires and a framework does not state."""
    needed: dict[str, str] = {}
    for path, option in _options(document):
        requires = option.get("requires")
        for fact in requires if isinstance(requires, Mapping) else ():
            needed.setdefault(fact, step(f"{path}.requires", fact))
    stated = [item.get("facts", {}) for item in _objects(document, "frameworks")]
    if not all(isinstance(facts, Mapping) for facts in stated):
        return  # reported already, and a fact may be among what can't be read
    known = [facts for facts in stated if isinstance(facts, Mapping)]
    for fact, place in needed.items():
        if known and not any(fact in facts for facts in known):
            report.add(place, "is not a fact of any framework")
            continue
        for index, facts in enumerate(known):
            if fact not in facts:
                path = step(f"frameworks[{index}].facts", fact)
                report.add(path, f"is missing: {place} requires it")


def _lowest(document: Mapping[str, object], criterion: str) -> str:
    """The places of the negative points of one criterion."""
    places = []
    for path, option in _options(document):
        points = option.get("points", {})
        if isinstance(points, Mapping) and points.get(criterion, 0) < 0:
            places.append(step(f"{path}.points", criterion))
    return ", ".join(places)


def _options(
    document: Mapping[str, object],
) -> Iterator[tuple[str, Mapping[str, object]]]:
    for index, question in enumerate(_objects(document, "questions")):
        for place, option in enumerate(_objects(question, "options")):
            yield f"questions[{index}].options[{place}]", option


def _objects(holder: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """The objects in a list of the document; anything else as an empty object."""
    value = holder.get(key)
    if not isinstance(value, list | tuple):
        return []
    return [item if isinstance(item, Mapping) else {} for item in value]
