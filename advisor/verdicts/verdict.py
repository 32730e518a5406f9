"""The verdict in large letters, its sentence and its strip of twenty dots."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.verdicts import wording

DOTS = 20


@dataclass(frozen=True)
class Dots:
    """Twenty dots, one for every 5 of 100 variations, and the same in words."""

    cells: tuple[str, ...]
    framework: str
    text: str


@dataclass(frozen=True)
class Verdict:
    kind: str
    framework: str  # "" unless the verdict names one
    label: str
    sentence: str
    dots: Dots | None


def verdict_of(evaluation: Mapping[str, Any], catalogue: Catalogue) -> Verdict:
    verdict = evaluation["verdict"]
    return Verdict(
        kind=verdict["kind"],
        framework=verdict["framework"] or "",
        label=wording.headline_for(evaluation, catalogue),
        sentence=verdict["sentence"],
        dots=_dots(evaluation, catalogue),
    )


def _dots(evaluation: Mapping[str, Any], catalogue: Catalogue) -> Dots | None:
    confidence = evaluation["verdict"]["confidence"]
    # In a tie nobody has more points, so nobody can be said to stay ahead.
    if confidence is None or evaluation["verdict"]["kind"] == "tie":
        return None
    filled = wording.in_hundred(confidence) * DOTS // 100
    named = evaluation["verdict"]["framework"]
    who = catalogue.framework_name(named) if named else "The one with more points"
    return Dots(
        cells=("on",) * filled + ("off",) * (DOTS - filled),
        framework=named or "",
        text=f"{filled} of {DOTS} dots: {who} is ahead in "
        f"{wording.frequency(confidence)}.",
    )
