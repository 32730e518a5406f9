"""Which question comes next. Pure, and the one place that decides the order."""

from advisor.answers import QUICK, Journey
from advisor.catalogue import Catalogue


def order_of(catalogue: Catalogue, mode: str) -> tuple[str, ...]:
    """The question ids that `mode` asks, in order."""
    if mode == QUICK and catalogue.quick_questions:
        return catalogue.quick_questions
    return tuple(catalogue.questions)


def next_question(
    catalogue: Catalogue, journey: Journey, after: str = ""
) -> str | None:
    """The next question neither answered nor skipped; None means: show the result.

    Looks behind `after` first, then from the beginning.
    """
    if journey.to_result:
        return None
    order = order_of(catalogue, journey.mode)
    start = order.index(after) + 1 if after in order else 0
    for question in order[start:] + order[:start]:
        seen = question in journey.answers or question in journey.skipped
        if not seen and question != after:
            return question
    return None


def previous_question(
    catalogue: Catalogue, journey: Journey, before: str
) -> str | None:
    """The question in front of `before` in this mode's order, None at the start."""
    order = order_of(catalogue, journey.mode)
    if before not in order or order[0] == before:
        return None
    return order[order.index(before) - 1]
