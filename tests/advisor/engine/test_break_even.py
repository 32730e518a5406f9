"""Break-even points and scores against trying every number."""

from copy import deepcopy
from typing import Any

from hypothesis import given, settings

from advisor.engine import break_even, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, duel

MOST_POINTS = 10_000


def tried(document: Any, answers: Any, criterion: str, numbers: Any) -> Any:
    """The first of `numbers` points with which the leader isn't strictly first."""
    (leader,) = specification.leaders(document, answers)
    sums = specification.totals(document, answers)
    now = specification.points(document, answers)[criterion]
    best = {f["id"]: f["scores"][criterion]["best"] for f in document["frameworks"]}
    able = specification.viable(document, answers)
    for number in numbers:
        after = {f: sums[f] + (number - now) * best[f] for f in able}
        first = tuple(f for f in able if after[f] == max(after.values()))
        if first != (leader,):
            return number - now, number, first
    return None


def found(entry: Any) -> Any:
    return entry and (entry.change, entry.points, entry.first)


@settings(max_examples=100)
@given(case=answered(frameworks=(1, 4)))
def test_points_break_even_where_trying_every_number_says(case):
    document, answers = case
    entries = break_even(parse_rule_set(document), answers)
    if len(specification.leaders(document, answers)) != 1:
        assert entries == ()
        return

    points = specification.points(document, answers)
    assert [entry.criterion for entry in entries] == sorted(points)
    for entry in entries:
        now = points[entry.criterion]
        down, up = range(now - 1, -1, -1), range(now + 1, MOST_POINTS + 1)
        assert found(entry.fewer) == tried(document, answers, entry.criterion, down)
        assert found(entry.more) == tried(document, answers, entry.criterion, up)


def first_after(document: Any, answers: Any, framework: str, criterion: str, best: int):
    after = deepcopy(document)
    entry = next(f for f in after["frameworks"] if f["id"] == framework)
    entry["scores"] = {**entry["scores"], criterion: {"best": best}}
    return tuple(specification.leaders(after, answers))


@settings(max_examples=100)
@given(case=answered(frameworks=(1, 4)))
def test_scores_break_even_where_trying_every_score_says(case):
    document, answers = case
    leaders = tuple(specification.leaders(document, answers))
    able = specification.viable(document, answers)

    for entry in break_even(parse_rule_set(document), answers):
        expected = []
        for f in sorted(document["frameworks"], key=lambda f: f["id"]):
            score = f["scores"][entry.criterion]
            best = score["best"]
            down, up = range(best - 1, -1, -1), range(best + 1, 11)
            for number in down if (f["id"],) == leaders else up:
                first = first_after(document, answers, f["id"], entry.criterion, number)
                if f["id"] in able and first != leaders:
                    inside = score["low"] <= number <= score["high"]
                    expected.append((f["id"], number - best, number, inside, first))
                    break
        assert [
            (s.framework, s.change, s.best, s.in_range, s.first) for s in entry.scores
        ] == expected


# one 9*8 + 3*0 = 72, two 3*8 + 3*10 = 54: 18 ahead.
LEAD = duel({"a": 9, "b": 0}, {"a": 3, "b": 10}, {"a": 8, "b": 3})


def test_the_nearer_of_fewer_and_more_is_the_break_even():
    on_a, on_b = break_even(parse_rule_set(LEAD), {})

    assert (on_a.points, on_a.more) == (on_a.fewer, None)
    assert (on_a.fewer.change, on_a.fewer.points) == (-3, 5)
    assert on_a.fewer.first == ("one", "two")
    assert (on_b.points, on_b.fewer) == (on_b.more, None)
    assert (on_b.more.change, on_b.more.points, on_b.more.first) == (2, 5, ("two",))


def test_a_break_even_as_json():
    entry = break_even(parse_rule_set(LEAD), {})[0].as_dict()

    assert entry == {
        "criterion": "a",
        "fewer": {"change": -3, "points": 5, "first": ["one", "two"]},
        "more": None,
        "scores": [
            {
                "framework": "one",
                "change": -3,
                "best": 6,
                "in_range": False,
                "first": ["two"],
            },
            {
                "framework": "two",
                "change": 3,
                "best": 6,
                "in_range": False,
                "first": ["two"],
            },
        ],
    }


def test_nobody_strictly_first_has_no_break_even():
    level = duel({"c": 5}, {"c": 5}, {"c": 3})

    assert break_even(parse_rule_set(level), {}) == ()


def test_more_points_than_a_criterion_may_have_are_no_break_even():
    far = duel({"a": 10, "b": 0}, {"a": 0, "b": 1}, {"a": 1000, "b": 0})
    farther = duel({"a": 10, "b": 0}, {"a": 0, "b": 1}, {"a": 1000, "b": 1})
    farther["criteria"].append({"id": "c", "base_points": 1})
    for framework in farther["frameworks"]:
        best = 10 if framework["id"] == "one" else 0
        framework["scores"]["c"] = {"low": best, "best": best, "high": best}

    assert break_even(parse_rule_set(far), {})[1].more.points == MOST_POINTS
    assert break_even(parse_rule_set(farther), {})[1].more is None
