"""Which open questions can still change who is ahead, by one answer alone.

Exact integers from the document: totals are additive, so one answer moves them by
its points times the scores. Several answers together may do what one alone cannot;
that is what the evaluation's `settled` speaks about.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from advisor.catalogue import Catalogue, Row


def can_change_alone(
    catalogue: Catalogue, evaluation: Mapping[str, Any]
) -> frozenset[str]:
    """Open questions with an option after which somebody else is ahead or equal."""
    viable = frozenset(evaluation["ranking"])
    totals = {framework: evaluation["totals"][framework] for framework in viable}
    ahead = _ahead(totals)
    return frozenset(
        question
        for question in evaluation["open_questions"]
        if any(
            _ahead(_totals_after(catalogue, totals, option)) != ahead
            for option in catalogue.questions[question]["options"]
        )
    )


def _ahead(totals: Mapping[str, int]) -> frozenset[str]:
    most = max(totals.values(), default=0)
    return frozenset(framework for framework, total in totals.items() if total == most)


def _totals_after(
    catalogue: Catalogue, totals: Mapping[str, int], option: Row
) -> dict[str, int]:
    points = option.get("points", {})
    return {
        framework: total
        + sum(
            number * catalogue.best(framework, criterion)
            for criterion, number in points.items()
        )
        for framework, total in totals.items()
        if meets(catalogue, framework, option)
    }


def meets(catalogue: Catalogue, framework: str, option: Row) -> bool:
    """Whether the framework has every fact that this option requires."""
    facts = catalogue.frameworks[framework].get("facts", {})
    return all(
        facts.get(fact) == needed for fact, needed in option.get("requires", {}).items()
    )


def ruled_out_by(catalogue: Catalogue, option: Row) -> Iterable[str]:
    """The frameworks this option would rule out, in the document's order."""
    return [key for key in catalogue.frameworks if not meets(catalogue, key, option)]
