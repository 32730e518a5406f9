"""How verdicts spread over random answer sets: a mirror for a rule set's fairness."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from advisor.engine.rule_set import RuleSet
from advisor.engine.value import Answers, standing_after
from advisor.engine.verdict import KINDS, judge
from advisor.engine.worlds import compare_worlds

SAMPLES = 3000


class Outcome(NamedTuple):
    """A verdict's kind, whom it names, and who is strictly first by points."""

    kind: str
    framework: str | None
    ahead: str | None


def outcome_distribution(
    rule_set: RuleSet, samples: int = SAMPLES
) -> dict[str, object]:
    """Verdicts of `samples` answer sets with every question answered at random.

    `kinds` counts verdicts by kind; `frameworks` says for each framework how often
    it got clear, leans or only_one, and how often it was strictly first by points
    (`ahead`). Chance is SHA-256 of the sample and the question id, so the same
    rule set always gives the same counts.
    """
    counts = Counter(outcome_of(rule_set, sample) for sample in range(samples))
    return {
        "samples": samples,
        "kinds": {
            kind: sum(n for outcome, n in counts.items() if outcome.kind == kind)
            for kind in KINDS
        },
        "frameworks": {
            framework.id: _share(counts, framework.id)
            for framework in rule_set.frameworks
        },
    }


def outcome_of(rule_set: RuleSet, sample: int) -> Outcome:
    """The outcome of one random answer set."""
    answers = random_answers(rule_set, sample)
    standing = standing_after(rule_set, answers)
    worlds = compare_worlds(rule_set, standing)
    verdict = judge(rule_set, standing, worlds, bool(answers))
    first = standing.leader
    ahead = None if first is None else rule_set.frameworks[first].id
    return Outcome(verdict.kind, verdict.framework, ahead)


def _share(counts: Mapping[Outcome, int], framework: str) -> dict[str, int]:
    named = {
        kind: counts.get(Outcome(kind, framework, framework), 0)
        for kind in ("clear", "leans", "only_one")
    }
    ahead = sum(n for outcome, n in counts.items() if outcome.ahead == framework)
    return {"ahead": ahead, **named}


def random_answers(rule_set: RuleSet, sample: int) -> Answers:
    """The answer set of one sample: an option of every question."""
    version = rule_set.constants.version
    answers = []
    for question in rule_set.questions:
        seed = f"{version}|o|{sample}|{question.id}"
        number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
        option = question.options[number % len(question.options)]
        answers.append((question.id, option.id))
    return tuple(answers)
