"""Which page comes next, and which came before. The one place that decides it.

The adaptive order asks the open question that can matter most and stops when none
can any more. The fixed order asks everything in turn.
"""

from advisor.documents.catalogue import Catalogue
from advisor.engine.asking import asking_order
from advisor.journey.answers import FIXED, QUICK, Journey
from advisor.journey.reach import reach_of

# Pages that are not questions. No question has such an id.
RESULT, SETTLED = "result", "settled"


def order_of(catalogue: Catalogue, mode: str) -> tuple[str, ...]:
    """The question ids that `mode` asks, in the document's order."""
    if mode == QUICK and catalogue.quick_questions:
        return catalogue.quick_questions
    return tuple(catalogue.questions)


def still_to_ask(catalogue: Catalogue, journey: Journey) -> tuple[str, ...]:
    """This mode's questions that were neither answered nor skipped."""
    order = order_of(catalogue, journey.mode)
    return tuple(question for question in order if not journey.has_seen(question))


def next_step(catalogue: Catalogue, journey: Journey, after: str = "") -> str:
    """The next question's id, or RESULT or SETTLED. `after` is not asked again."""
    left = [key for key in still_to_ask(catalogue, journey) if key != after]
    if journey.to_result or not left:
        return RESULT
    if journey.order == FIXED:
        return _next_in_turn(order_of(catalogue, journey.mode), left, after)
    if not journey.never_stops:
        reach = reach_of(catalogue, journey.answers)
        if not reach.could:
            return SETTLED
        # The few of the quick mode are asked as announced; of all, what can matter.
        if journey.mode != QUICK:
            left = [key for key in left if key in reach.could]
    return next(iter(asking_order(catalogue.rule_set, journey.answers, left)), RESULT)


def _next_in_turn(order: tuple[str, ...], left: list[str], after: str) -> str:
    """The first behind `after`, else the first of all."""
    start = order.index(after) + 1 if after in order else 0
    return next((key for key in order[start:] if key in left), left[0])


def previous_question(
    catalogue: Catalogue, journey: Journey, before: str
) -> str | None:
    """The question in front of `before`, None at the start.

    In the fixed order its neighbour; else the one that was asked before it, and
    for a question not answered yet the last one asked.
    """
    fixed = journey.order == FIXED
    order = order_of(catalogue, journey.mode) if fixed else journey.seen(catalogue)
    if before in order:
        at = order.index(before)
        return order[at - 1] if at else None
    return order[-1] if order and not fixed else None
