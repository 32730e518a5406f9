"""What everybody's saved results answered, counted and without whose they are."""

from collections import Counter
from dataclasses import dataclass

from advisor.models import Recommendation

DISTINCT_AT_MOST = 2000
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SavedAnswers:
    """Sets of answers by how often they are saved.

    `examined` results of `total` were read. Their ids are random, so the first ones
    by id are a fair sample.
    """

    total: int
    examined: int
    times: Counter[Pairs]


def saved_answers(at_most: int = DISTINCT_AT_MOST) -> SavedAnswers:
    """The answers of all members, up to `at_most` different sets of them."""
    saved = Recommendation.objects.filter(deleted_at=None).order_by("id")
    times: Counter[Pairs] = Counter()
    for answers in saved.values_list("answers", flat=True).iterator():
        pairs = tuple(sorted(answers.items()))
        if len(times) >= at_most and pairs not in times:
            break
        times[pairs] += 1
    return SavedAnswers(saved.count(), times.total(), times)
