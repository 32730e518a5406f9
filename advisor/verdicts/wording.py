"""Every sentence about a verdict, as pure functions of evaluation and document.

An evaluation is the dictionary of the public contract; its sentence is made here.
Frequencies are never shown finer than 5 in 100 and never reach 0 or 100.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from advisor.documents.catalogue import Catalogue

Evaluation = Mapping[str, Any]
VARIATIONS = "variations of weights and debatable scores"


def sentence_for(evaluation: Evaluation, document: Mapping[str, Any]) -> str:
    """The verdict in one sentence, with the frequency in words where there is one."""
    verdict = evaluation["verdict"]
    return _SENTENCES[verdict["kind"]](evaluation, Catalogue(document))


def headline_for(evaluation: Evaluation, catalogue: Catalogue) -> str:
    """The shortest honest form of the verdict: what stands in large letters."""
    verdict = evaluation["verdict"]
    kind = verdict["kind"]
    if kind in ("clear", "leans", "only_one"):
        name = catalogue.framework_name(verdict["framework"])
        return {
            "clear": name,
            "leans": f"Leans to {name}",
            "only_one": f"Only {name} qualifies",
        }[kind]
    return {
        "too_close": "Too close to call",
        "tie": "A tie",
        "none": "None qualifies",
        "not_enough": "Not enough to say",
    }[kind]


def in_hundred(worlds: int) -> int:
    """`worlds` of 1,000 as a number of 100, in steps of 5, from 5 to 95."""
    return min(95, max(5, (worlds + 25) // 50 * 5))


def frequency(worlds: int) -> str:
    return f"about {in_hundred(worlds)} of 100 {VARIATIONS}"


def names_of(frameworks: Iterable[str], catalogue: Catalogue) -> str:
    """Names in alphabetical order as a phrase: "A", "A and B", "A, B and C"."""
    names = sorted(map(catalogue.framework_name, frameworks), key=str.lower)
    return joined(names)


def joined(parts: Iterable[str]) -> str:
    *front, last = parts
    return f"{', '.join(front)} and {last}" if front else last


def counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def signed(number: int) -> str:
    """With its sign, a real minus, and a plain 0."""
    return "0" if number == 0 else f"{number:+,}".replace("-", "\u2212")


def share(part: int, whole: int) -> str:
    """How many of 100, rounded; a rare one is "fewer than 1", never rounded to 0."""
    rounded = (200 * part + whole) // (2 * whole)
    return "fewer than 1" if part and not rounded else str(rounded)


def _clear(evaluation: Evaluation, catalogue: Catalogue) -> str:
    verdict = evaluation["verdict"]
    than_whom = " than the others" if len(evaluation["ranking"]) > 2 else ""
    return (
        f"{catalogue.framework_name(verdict['framework'])} fits your answers better"
        f"{than_whom}: ahead in {frequency(verdict['confidence'])}."
    )


def _leans(evaluation: Evaluation, catalogue: Catalogue) -> str:
    verdict = evaluation["verdict"]
    return (
        f"Your answers lean to {catalogue.framework_name(verdict['framework'])}, "
        f"not clearly: ahead in {frequency(verdict['confidence'])}."
    )


def _too_close(evaluation: Evaluation, catalogue: Catalogue) -> str:
    verdict = evaluation["verdict"]
    opening = f"Too close to call between {names_of(verdict['between'], catalogue)}"
    if verdict["confidence"] < catalogue.constant("too_close"):
        return (
            f"{opening}: the one with more points stays ahead in only "
            f"{frequency(verdict['confidence'])}."
        )
    return f"{opening}: their totals differ by too little to mean anything."


def _tie(evaluation: Evaluation, catalogue: Catalogue) -> str:
    between = evaluation["verdict"]["between"]
    return (
        f"{names_of(between, catalogue)} tie: "
        f"your answers give {'both' if len(between) == 2 else 'all'} the same total."
    )


def _only_one(evaluation: Evaluation, catalogue: Catalogue) -> str:
    name = catalogue.framework_name(evaluation["verdict"]["framework"])
    out = {row["framework"] for row in evaluation["ruled_out"]}
    if not out:
        return f"{name} is the only framework in this comparison."
    verb = "does" if len(out) == 1 else "do"
    return (
        f"Only {name} meets what you said you need; "
        f"{names_of(out, catalogue)} {verb} not. This is not a comparison of strengths."
    )


def _none(evaluation: Evaluation, catalogue: Catalogue) -> str:
    return (
        "No framework in this comparison meets everything you said you need, "
        "so none is recommended."
    )


def _not_enough(evaluation: Evaluation, catalogue: Catalogue) -> str:
    names = names_of(catalogue.frameworks, catalogue)
    return (
        f"Nothing is answered yet, so there is nothing to choose between {names} by. "
        "One answer is enough to begin."
    )


_SENTENCES = {
    "clear": _clear,
    "leans": _leans,
    "too_close": _too_close,
    "tie": _tie,
    "only_one": _only_one,
    "none": _none,
    "not_enough": _not_enough,
}
