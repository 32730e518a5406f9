"""The method, told naively from the document: what the engine must equal.

Slow on purpose: loops over worlds, over completions and over sets of changes.
"""

from itertools import combinations, product
from typing import Any

from advisor.engine.gamma import gamma_table
from advisor.engine.permutation import permutation

Document = dict[str, Any]
Answers = dict[str, str]


def options_of(document: Document) -> dict[str, dict[str, Document]]:
    return {
        q["id"]: {option["id"]: option for option in q["options"]}
        for q in document["questions"]
    }


def points(document: Document, answers: Answers) -> dict[str, int]:
    options = options_of(document)
    return {
        c["id"]: c["base_points"]
        + sum(
            options[q][a].get("points", {}).get(c["id"], 0) for q, a in answers.items()
        )
        for c in document["criteria"]
    }


def totals(document: Document, answers: Answers) -> dict[str, int]:
    weights = points(document, answers)
    return {
        f["id"]: sum(weights[c] * f["scores"][c]["best"] for c in weights)
        for f in document["frameworks"]
    }


def viable(document: Document, answers: Answers) -> list[str]:
    options = options_of(document)
    needs = [options[q][a].get("requires", {}) for q, a in answers.items()]
    return sorted(
        f["id"]
        for f in document["frameworks"]
        if all(f["facts"][k] is v for need in needs for k, v in need.items())
    )


def leaders(document: Document, answers: Answers) -> list[str]:
    able, sums = viable(document, answers), totals(document, answers)
    most = max((sums[f] for f in able), default=0)
    return [f for f in able if sums[f] == most]


def world_totals(document: Document, answers: Answers, framework: str) -> list[int]:
    """The weighted sum of one framework in every world."""
    entry = next(f for f in document["frameworks"] if f["id"] == framework)
    weights = points(document, answers)
    tables = {c: gamma_table(number) for c, number in weights.items()}
    order = {c: permutation(f"1|w|{c}") for c in weights}
    stratum = {c: permutation(f"1|s|{framework}|{c}") for c in weights}
    sums = []
    for n in range(1000):
        total = 0
        for c in weights:
            at = stratum[c][n]
            part = "low" if at < 300 else "best" if at < 700 else "high"
            total += tables[c][order[c][n]] * entry["scores"][c][part]
        sums.append(total)
    return sums


def completions(document: Document, answers: Answers) -> list[Answers]:
    """All ways to answer any of the open questions."""
    still_open = {q: o for q, o in options_of(document).items() if q not in answers}
    choices = [[None, *options] for options in still_open.values()]
    return [
        answers | {q: a for q, a in zip(still_open, chosen, strict=True) if a}
        for chosen in product(*choices)
    ]


def smallest_flips(document: Document, answers: Answers) -> list[tuple[Answers, str]]:
    """All changes of the smallest size, up to three, that put another one first."""
    before = leaders(document, answers)
    leader = before[0] if len(before) == 1 else None
    options = options_of(document)
    for size in (1, 2, 3):
        found = []
        for changed in combinations(sorted(options), size):
            for chosen in product(*(sorted(options[q]) for q in changed)):
                changes = dict(zip(changed, chosen, strict=True))
                if any(answers.get(q) == a for q, a in changes.items()):
                    continue
                after = leaders(document, answers | changes)
                if len(after) == 1 and after[0] != leader:
                    found.append((changes, after[0]))
        if found:
            return sorted(found, key=lambda flip: sorted(flip[0].items()))
    return []
