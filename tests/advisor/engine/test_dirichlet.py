"""Wins against exact probabilities under Dirichlet weights."""

import random
from itertools import product
from math import comb

import pytest

from advisor.engine import evaluate, parse_rule_set
from tests.advisor.engine.documents import duel, score

TOLERANCE = 35
CHANCES = {"low": 0.3, "best": 0.4, "high": 0.3}


def beta_above(a: int, b: int, x: float) -> float:
    """P(Beta(a, b) > x) for whole a and b: fewer than a of a+b-1 trials succeed."""
    n = a + b - 1
    return sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a))


def exact_win(a: int, b: int, gain: int, loss: int) -> float:
    """P(w * gain + (1 - w) * loss > 0, ties half), w being Beta(a, b)."""
    if gain == loss == 0:
        return 0.5
    if gain >= 0 and loss >= 0:
        return 1.0
    if gain <= 0 and loss <= 0:
        return 0.0
    above = beta_above(a, b, -loss / (gain - loss))
    return above if gain > 0 else 1 - above


@pytest.mark.parametrize("points", [(1, 1), (2, 5), (6, 4), (17, 20), (40, 44)])
@pytest.mark.parametrize("scores", [(9, 2, 3, 8), (6, 5, 2, 4), (10, 9, 0, 3)])
def test_two_criteria_agree_with_the_beta_distribution(points, scores):
    a, b = points
    first = {"a": scores[0], "b": scores[2]}
    second = {"a": scores[1], "b": scores[3]}

    evaluation = evaluate(parse_rule_set(duel(first, second, {"a": a, "b": b})), {})

    exact = exact_win(a, b, scores[0] - scores[1], scores[2] - scores[3])
    assert abs(evaluation.wins["one"]["two"] - 1000 * exact) <= TOLERANCE


@pytest.mark.parametrize("points", [(1, 1), (3, 4), (12, 9), (30, 33)])
def test_debatable_scores_agree_with_the_mixture_of_beta_distributions(points):
    a, b = points
    document = duel({"a": 7, "b": 4}, {"a": 5, "b": 6}, {"a": a, "b": b})
    one, two = (framework["scores"] for framework in document["frameworks"])
    one["a"], one["b"] = score(7, 5, 8), score(4, 2, 7)
    two["a"], two["b"] = score(5, 5, 6), score(6, 3, 9)

    evaluation = evaluate(parse_rule_set(document), {})

    exact = 0.0
    for parts in product(CHANCES, repeat=4):
        chance = 1.0
        for part in parts:
            chance *= CHANCES[part]
        gain = one["a"][parts[0]] - two["a"][parts[1]]
        loss = one["b"][parts[2]] - two["b"][parts[3]]
        exact += chance * exact_win(a, b, gain, loss)
    assert abs(evaluation.wins["one"]["two"] - 1000 * exact) <= TOLERANCE


@pytest.mark.parametrize("seed", range(8))
def test_many_criteria_agree_with_a_large_sample(seed):
    chance = random.Random(seed)
    names = [f"c{n}" for n in range(chance.randint(3, 8))]
    first, second = ({c: chance.randint(0, 10) for c in names} for _ in range(2))
    points = {c: chance.randint(1, 12) for c in names}

    evaluation = evaluate(parse_rule_set(duel(first, second, points)), {})

    samples, above = 6000, 0
    for _ in range(samples):
        lead = sum(
            chance.gammavariate(points[c], 1) * (first[c] - second[c]) for c in names
        )
        above += lead > 0
    # Two standard errors of the sample itself are at most 0.013.
    found = evaluation.wins["one"]["two"]
    assert abs(found - 1000 * above / samples) <= TOLERANCE + 13
