"""Where the doubt comes from: what one weighs, or how things are scored."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine import Doubt, doubt
from advisor.verdicts.wording import in_hundred

# Less than one step of the rounding: no difference worth a sentence.
STEP = 5


@dataclass(frozen=True)
class DoubtRow:
    label: str
    value_label: str  # "about 85 of 100"


@dataclass(frozen=True)
class DoubtSplit:
    sentence: str
    rows: tuple[DoubtRow, ...]


def doubt_of(evaluation: Mapping[str, Any], catalogue: Catalogue) -> DoubtSplit | None:
    """None where no frequency is shown: a tie, one alone, nothing answered."""
    verdict = evaluation["verdict"]
    if verdict["confidence"] is None or verdict["kind"] == "tie":
        return None
    split = doubt(catalogue.rule_set, evaluation["answers"])
    if split is None:
        return None
    return DoubtSplit(
        sentence=said(split, catalogue.framework_name(evaluation["ranking"][0])),
        rows=(
            DoubtRow("Weights and scores together", _about(verdict["confidence"])),
            DoubtRow("Only the weights", _about(split.weights_only)),
            DoubtRow("Only the scores", _about(split.scores_only)),
        ),
    )


def _about(worlds: int) -> str:
    return f"about {in_hundred(worlds)} of 100"


def said(split: Doubt, name: str) -> str:
    """The split in words; `name` is the one in front."""
    weights, scores = in_hundred(split.weights_only), in_hundred(split.scores_only)
    both = (
        f"{name} is ahead in about {weights} of 100 variations when only the weights "
        f"vary, and in about {scores} of 100 when only the debatable scores do. "
    )
    if weights == scores == in_hundred(1000):
        return both + "Neither alone leaves much doubt."
    if abs(weights - scores) <= STEP:
        return both + "Neither adds clearly more doubt than the other."
    if weights < scores:
        return both + (
            "The doubt comes mostly from what matters how much to you; more answers "
            "narrow it."
        )
    return both + (
        "The doubt comes mostly from scores that are debatable; more answers change "
        "little about it."
    )
