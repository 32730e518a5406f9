"""A rule set small enough to check by hand: three criteria, four questions.

Starting points 2/2/2 give Rock 2*(9+3+5) = 34 and Paper 2*(3+9+5) = 34: a tie.
"""

from typing import Any

from advisor.engine import digest_of, parse_rule_set
from advisor.verdicts.evaluation import evaluated

ROCK = {
    "id": "rock",
    "label": "Rock",
    "facts": {"floats": False},
    "scores": {
        "weight": {"low": 9, "best": 9, "high": 9, "grade": "A", "claims": ["heavy"]},
        "reach": {"low": 2, "best": 3, "high": 5, "grade": "C"},
        "price": {"low": 5, "best": 5, "high": 5, "grade": "A"},
    },
}
PAPER = {
    "id": "paper",
    "label": "Paper",
    "facts": {"floats": True},
    "scores": {
        "weight": {"low": 2, "best": 3, "high": 4, "grade": "B"},
        "reach": {"low": 9, "best": 9, "high": 9, "grade": "A"},
        "price": {"low": 5, "best": 5, "high": 5, "grade": "A"},
    },
}


def option(key: str, label: str, points: dict[str, int], **more: Any) -> dict[str, Any]:
    return {"id": key, "label": label, "points": points, **more}


QUESTIONS = [
    {
        "id": "use",
        "text": "What is it for?",
        "help": "The main use.",
        "why": "Different uses need different things.",
        "quick": True,
        "options": [
            option("hold", "Holding a door", {"weight": 6}, reason="Doors push."),
            option("write", "Writing on it", {"reach": 6}),
            option("both", "Both equally", {"weight": 3, "reach": 3}),
        ],
    },
    {
        "id": "place",
        "text": "Where is it kept?",
        "quick": False,
        "options": [
            option("dry", "Somewhere dry", {"price": 1}),
            option("water", "On water", {"reach": 1}, requires={"floats": True}),
            option("deep", "Under water", {"weight": 1}, requires={"floats": False}),
        ],
    },
    {
        "id": "money",
        "text": "How much may it cost?",
        "quick": True,
        "options": [
            option("little", "Little", {"price": 2}),
            option("much", "Much", {"weight": 1, "price": -1}),
        ],
    },
    {
        "id": "rules",
        "text": "Is there a rule for it?",
        "quick": False,
        "options": [
            option("none", "No rule", {"price": 1}),
            option("sinks", "It must sink", {"price": 2}, requires={"floats": False}),
        ],
    },
]

# One set of answers for every kind of verdict.
ANSWERS_BY_KIND = {
    "clear": {"use": "hold"},
    "leans": {"money": "much"},
    "too_close": {"use": "both", "money": "much"},
    "tie": {"use": "both"},
    "only_one": {"place": "water"},
    "none": {"place": "water", "rules": "sinks"},
    "not_enough": {},
}


def small_document() -> dict[str, Any]:
    return {
        "title": "Rock or paper",
        "scale_max": 10,
        "criteria": [
            {"id": "weight", "label": "Weight", "base_points": 2},
            {"id": "reach", "label": "Reach", "base_points": 2},
            {"id": "price", "label": "Price", "base_points": 2},
        ],
        "facts": [{"id": "floats", "label": "Floats on water"}],
        "frameworks": [ROCK, PAPER],
        "questions": QUESTIONS,
    }


def small_evaluation(answers: dict[str, str]) -> dict[str, Any]:
    """The contract's Evaluation of `answers`, as a view gets it."""
    document = small_document()
    evaluation = evaluated(parse_rule_set(document), document, answers)
    digest = digest_of(document)
    return {"ruleset": {"version": 1, "digest": digest}, **evaluation}
