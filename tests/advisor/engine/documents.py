"""Small rule-set documents for the engine's tests, fixed and drawn at random."""

from typing import Any

from hypothesis import strategies as st

import tests.drawn_cases  # noqa: F401 - for runs without a conftest.py

Document = dict[str, Any]
FACTS = ("live", "typed")


def score(best: int, low: int | None = None, high: int | None = None) -> Document:
    return {
        "low": best if low is None else low,
        "best": best,
        "high": best if high is None else high,
    }


def duel(
    first: dict[str, int],
    second: dict[str, int],
    points: dict[str, int],
    questions: list[Document] | None = None,
) -> Document:
    """Frameworks `one` and `two` with exact scores per criterion."""
    return {
        "scale_max": 10,
        "criteria": [{"id": c, "base_points": n} for c, n in points.items()],
        "frameworks": [
            {
                "id": name,
                "facts": {"live": name == "one", "typed": name == "two"},
                "scores": {c: score(best) for c, best in scores.items()},
            }
            for name, scores in (("one", first), ("two", second))
        ],
        "questions": questions or [],
    }


def question(name: str, **options: dict[str, int]) -> Document:
    return {
        "id": name,
        "options": [{"id": o, "points": points} for o, points in options.items()],
    }


@st.composite
def scores(draw: st.DrawFn) -> Document:
    low, best, high = sorted(draw(st.tuples(*[st.integers(0, 10)] * 3)))
    return score(best, low, high)


@st.composite
def documents(
    draw: st.DrawFn,
    frameworks: tuple[int, int] = (1, 4),
    questions: tuple[int, int] = (0, 4),
    requirements: bool = True,
) -> Document:
    criteria = [f"c{n}" for n in range(draw(st.integers(1, 4)))]
    names = [f"f{n}" for n in range(draw(st.integers(*frameworks)))]
    asked = [f"q{n}" for n in range(draw(st.integers(*questions)))]
    document = {
        "scale_max": 10,
        "frameworks": [
            {
                "id": name,
                "facts": {fact: draw(st.booleans()) for fact in FACTS},
                "scores": {c: draw(scores()) for c in criteria},
            }
            for name in names
        ],
        "questions": [
            {"id": q, "options": draw(_options(criteria, requirements))} for q in asked
        ],
    }
    document["criteria"] = [
        {"id": c, "base_points": draw(st.integers(0, 4)) - _lowest(document, c)}
        for c in criteria
    ]
    return document


@st.composite
def _options(
    draw: st.DrawFn, criteria: list[str], requirements: bool
) -> list[Document]:
    numbers = st.dictionaries(st.sampled_from(criteria), st.integers(-3, 6))
    wanted = st.just({})
    if requirements:
        rare = st.dictionaries(st.sampled_from(FACTS), st.booleans(), max_size=1)
        wanted = st.one_of(st.just({}), st.just({}), rare)
    return [
        {"id": f"o{n}", "points": draw(numbers), "requires": draw(wanted)}
        for n in range(draw(st.integers(1, 3)))
    ]


def _lowest(document: Document, criterion: str) -> int:
    return sum(
        min(0, *(option["points"].get(criterion, 0) for option in q["options"]), 0)
        for q in document["questions"]
    )


@st.composite
def answers_to(draw: st.DrawFn, document: Document) -> dict[str, str]:
    answers = {}
    for item in document["questions"]:
        chosen = draw(st.sampled_from([None, *(o["id"] for o in item["options"])]))
        if chosen is not None:
            answers[item["id"]] = chosen
    return answers


@st.composite
def answered(draw: st.DrawFn, **kinds: Any) -> tuple[Document, dict[str, str]]:
    """A document with answers to some of its questions."""
    document = draw(documents(**kinds))
    return document, draw(answers_to(document))
