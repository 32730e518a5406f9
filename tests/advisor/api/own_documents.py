"""Rule sets a caller might bring, drawn by seed, and their sums done independently."""

import random
from itertools import combinations, product
from typing import Any

Document = dict[str, Any]
Answers = dict[str, str]
LIVE = {"yes": True, "no": False}


def random_document(seed: int, criteria: int = 3, questions: int = 4) -> Document:
    """Two to four frameworks, scores in doubt, some requirements, negative points."""
    chance = random.Random(seed)
    names = [f"c{n}" for n in range(criteria)]

    def score() -> Document:
        low, best, high = sorted(chance.randint(0, 10) for _ in range(3))
        return {"low": low, "best": best, "high": high}

    def option(n: int) -> Document:
        points = {c: chance.randint(-1, 7) for c in chance.sample(names, 2)}
        needs = {"live": chance.random() < 0.5} if chance.random() < 0.15 else {}
        return {"id": f"o{n}", "points": points, "requires": needs}

    return {
        "scale_max": 10,
        "criteria": [{"id": c, "base_points": questions + 1} for c in names],
        "frameworks": [
            {
                "id": f"f{n}",
                "label": f"Framework {n}",
                "facts": {"live": n % 2 == 0},
                "scores": {c: score() for c in names},
            }
            for n in range(chance.randint(2, 4))
        ],
        "questions": [
            {"id": f"q{n}", "options": [option(k) for k in range(3)]}
            for n in range(questions)
        ],
    }


def random_answers(seed: int, document: Document) -> Answers:
    chance = random.Random(seed)
    return {
        question["id"]: chance.choice(question["options"])["id"]
        for question in document["questions"]
        if chance.random() < 0.6
    }


def chosen_options(document: Document, answers: Answers) -> dict[str, Document]:
    return {
        question["id"]: option
        for question in document["questions"]
        for option in question["options"]
        if answers.get(question["id"]) == option["id"]
    }


def points_of(document: Document, answers: Answers) -> dict[str, int]:
    points = {row["id"]: row["base_points"] for row in document["criteria"]}
    for option in chosen_options(document, answers).values():
        for criterion, number in option["points"].items():
            points[criterion] += number
    return points


def totals_of(document: Document, answers: Answers) -> dict[str, int]:
    points = points_of(document, answers)
    return {
        row["id"]: sum(points[c] * row["scores"][c]["best"] for c in points)
        for row in document["frameworks"]
    }


def qualifying(document: Document, answers: Answers) -> list[str]:
    options = chosen_options(document, answers).values()
    return [
        row["id"]
        for row in document["frameworks"]
        if all(
            row["facts"][fact] is value
            for option in options
            for fact, value in option["requires"].items()
        )
    ]


def first_of(document: Document, answers: Answers) -> str | None:
    """The framework strictly ahead, if there is one."""
    totals = totals_of(document, answers)
    able = sorted(qualifying(document, answers), key=lambda name: -totals[name])
    if not able or (len(able) > 1 and totals[able[0]] == totals[able[1]]):
        return None
    return able[0]


def smallest_flips(document: Document, answers: Answers) -> list[Document]:
    """Every change of one answer, else of two, else of three, tried one by one."""
    before = first_of(document, answers)
    choices = {
        question["id"]: [
            option["id"]
            for option in question["options"]
            if option["id"] != answers.get(question["id"])
        ]
        for question in document["questions"]
    }
    for size in (1, 2, 3):
        found = []
        for changed in combinations(choices, size):
            for picked in product(*(choices[question] for question in changed)):
                changes = dict(zip(changed, picked, strict=True))
                after = first_of(document, answers | changes)
                if after not in (None, before):
                    found.append({"to": after, "changes": changes})
        if found:
            return sorted(found, key=lambda flip: sorted(flip["changes"].items()))
    return []
