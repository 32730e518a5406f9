"""How long the engine takes: `python -m tests.load.benchmarks.engine`.

For the shipped rule set, as it is and with four more frameworks, for random ones with
two and six frameworks and one at the limits it prints the first use without and with
warming, then median, p95 and interquartile range of a full evaluation, and the share
of it that the search for flips takes. Answer sets are drawn with a fixed seed, a
fifth of the questions staying open.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from advisor.engine import RuleSet, evaluate, parse_rule_set, warm
from advisor.engine.flips import smallest_flips
from advisor.engine.value import checked_answers, standing_after
from advisor.seeding.shipped_content import shipped_document


@dataclass(frozen=True)
class Size:
    frameworks: int
    criteria: int
    questions: int
    options: int
    rounds: int


SIZES = (Size(2, 20, 15, 5, 400), Size(6, 20, 15, 5, 200), Size(12, 60, 60, 12, 20))


def score_from(chance: random.Random) -> dict[str, int]:
    best = chance.randint(1, 9)
    return {
        "low": best - chance.randint(0, 1),
        "best": best,
        "high": best + chance.randint(0, 1),
    }


def document_of(size: Size, seed: int = 1) -> dict[str, Any]:
    """A random but fixed rule set: debatable scores, some hard requirements."""
    chance = random.Random(seed)
    criteria = [f"c{n}" for n in range(size.criteria)]

    def option(n: int) -> dict[str, Any]:
        points = {c: chance.randint(1, 6) for c in chance.sample(criteria, 4)}
        requires = {"live": True} if chance.random() < 0.02 else {}
        return {"id": f"o{n}", "points": points, "requires": requires}

    return {
        "criteria": [{"id": c, "base_points": 3} for c in criteria],
        "frameworks": [
            {
                "id": f"f{n}",
                "facts": {"live": n % 2 == 0},
                "scores": {c: score_from(chance) for c in criteria},
            }
            for n in range(size.frameworks)
        ],
        "questions": [
            {"id": f"q{n}", "options": [option(k) for k in range(size.options)]}
            for n in range(size.questions)
        ],
    }


def widened(document: dict[str, Any], frameworks: int) -> dict[str, Any]:
    """A rule set with as many frameworks, the new ones with scores moved around."""
    given = document["frameworks"]
    more = []
    for n in range(frameworks - len(given)):
        model = given[n % len(given)]
        scores = list(model["scores"].values())
        moved = scores[n + 1 :] + scores[: n + 1]
        named = dict(zip(model["scores"], moved, strict=True))
        more.append({"id": f"more-{n}", "facts": model["facts"], "scores": named})
    return {**document, "frameworks": [*given, *more]}


def cases() -> Iterator[tuple[str, dict[str, Any], int]]:
    """Name, rule-set document and number of evaluations."""
    shipped = shipped_document()
    yield "shipped", shipped, 400
    yield "shipped, six", widened(shipped, 6), 200
    for size in SIZES:
        yield "random", document_of(size), size.rounds


def answers_of(rule_set: RuleSet, chance: random.Random) -> dict[str, str]:
    return {
        question.id: chance.choice(question.options).id
        for question in rule_set.questions
        if chance.random() < 0.8
    }


def milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def flips_alone(rule_set: RuleSet, answers: dict[str, str]) -> None:
    chosen = checked_answers(rule_set, answers)
    smallest_flips(rule_set, chosen, standing_after(rule_set, chosen))


def measure(name: str, document: dict[str, Any], rounds: int) -> str:
    """One line of figures for one rule set."""
    chance = random.Random(2)
    rule_set = parse_rule_set(document)
    every = [answers_of(rule_set, chance) for _ in range(rounds)]
    first = milliseconds(lambda: evaluate(parse_rule_set(document), every[0]))
    warming = milliseconds(lambda: warm(rule_set))
    second = milliseconds(lambda: evaluate(rule_set, every[0]))
    for answers in every:
        evaluate(rule_set, answers)
    times, flips = [], []
    for answers in every:
        times.append(milliseconds(lambda a=answers: evaluate(rule_set, a)))
        flips.append(milliseconds(lambda a=answers: flips_alone(rule_set, a)))
    lower, middle, upper = statistics.quantiles(times, n=4)
    p95 = statistics.quantiles(times, n=20)[-1]
    return (
        f"{name:12} {_sizes(rule_set)} "
        f"{first:9.1f} {warming:8.1f} {second:8.2f} "
        f"{middle:8.2f} {p95:8.2f} {upper - lower:8.2f} "
        f"{sum(flips) / sum(times):6.0%}"
    )


def _sizes(rule_set: RuleSet) -> str:
    options = max(len(question.options) for question in rule_set.questions)
    return (
        f"{len(rule_set.frameworks):10} {len(rule_set.criteria):8} "
        f"{len(rule_set.questions):9} {options:7}"
    )


def main() -> None:
    sys.stdout.write(
        "rule set     frameworks criteria questions options     first  warming    "
        "after   median      p95   spread  flips   (milliseconds)\n"
    )
    for name, document, rounds in cases():
        sys.stdout.write(measure(name, document, rounds) + "\n")


if __name__ == "__main__":
    main()
