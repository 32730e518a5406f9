"""The 1,000 lanes against the naive double loop over worlds."""

from hypothesis import given, settings

from advisor.engine import evaluate, parse_rule_set, warm
from advisor.engine.value import checked_answers, standing_after
from advisor.engine.worlds import world_tables, world_totals
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, documents, duel


@settings(max_examples=25)
@given(case=answered())
def test_every_lane_equals_the_naive_sum_of_its_world(case):
    document, answers = case
    rule_set = parse_rule_set(document)
    standing = standing_after(rule_set, checked_answers(rule_set, answers))
    ids = [framework.id for framework in rule_set.frameworks]

    lanes = world_totals(rule_set, standing.points, range(len(ids)))

    assert lanes == [specification.world_totals(document, answers, f) for f in ids]


@settings(max_examples=25)
@given(case=answered(frameworks=(2, 4)))
def test_wins_and_ranks_are_counted_world_by_world(case):
    document, answers = case
    evaluation = evaluate(parse_rule_set(document), answers)
    able = specification.viable(document, answers)
    sums = {f: specification.world_totals(document, answers, f) for f in able}

    for f in able:
        above = [
            sum(sums[g][n] > sums[f][n] for g in able if g != f) for n in range(1000)
        ]
        assert list(evaluation.ranks[f]) == [above.count(k) for k in range(len(able))]
        for g in able:
            if f != g:
                pairs = list(zip(sums[f], sums[g], strict=True))
                twice = sum(2 * (a > b) + (a == b) for a, b in pairs)
                half_up = f < g
                assert evaluation.wins[f][g] == (twice + half_up) // 2


def test_without_points_every_world_is_a_tie():
    evaluation = evaluate(parse_rule_set(duel({"c": 9}, {"c": 2}, {"c": 0})), {})

    assert evaluation.wins == {"one": {"two": 500}, "two": {"one": 500}}
    assert evaluation.ranks == {"one": (1000, 0), "two": (1000, 0)}


def test_the_largest_rule_set_does_not_overflow_a_lane():
    criteria = {f"c{n}": 1000 for n in range(60)}
    points = dict.fromkeys(criteria, 1000)
    document = duel(dict.fromkeys(criteria, 100), dict.fromkeys(criteria, 0), criteria)
    document["scale_max"] = 100
    document["questions"] = [
        {"id": f"q{n}", "options": [{"id": "a", "points": points}]} for n in range(9)
    ]
    rule_set = parse_rule_set(document)
    answers = {f"q{n}": "a" for n in range(9)}

    evaluation = evaluate(rule_set, answers)

    assert evaluation.totals == {"one": 60 * 100 * 10_000, "two": 0}
    assert evaluation.wins["one"]["two"] == 1000
    one, two = world_totals(rule_set, [10_000] * 60, [0, 1])
    assert min(one) > 60 * 100 * 9_000 * 1024
    assert set(two) == {0}


@settings(max_examples=10)
@given(document=documents())
def test_warming_changes_no_result(document):
    cold, warmed = parse_rule_set(document), parse_rule_set(document)
    before = evaluate(cold, {})
    del cold

    warm(warmed)

    assert evaluate(warmed, {}) == before


def test_a_warm_rule_set_computes_no_lanes_any_more():
    questions = [{"id": "q", "options": [{"id": "a", "points": {"c": 3}}]}]
    rule_set = parse_rule_set(duel({"c": 9}, {"c": 2}, {"c": 1}, questions))
    warm(rule_set)
    tables = world_tables(rule_set)
    held = tables.remembered

    evaluate(rule_set, {"q": "a"})
    evaluate(rule_set, {})

    assert tables.remembered == held == 2 * 4
