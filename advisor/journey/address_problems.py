"""What was wrong with an address, and where an answer can be given again."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import AddressProblem, Journey
from advisor.journey.links import question_url


@dataclass(frozen=True)
class Problem:
    message: str
    url: str  # "" where there is nothing to answer again


def problems_of(
    catalogue: Catalogue, journey: Journey, here: str = ""
) -> tuple[Problem, ...]:
    """`here` is the question already on the page; it needs no link."""
    return tuple(_rows(journey.problems, catalogue, journey, here))


def _rows(
    problems: Iterable[AddressProblem],
    catalogue: Catalogue,
    journey: Journey,
    here: str,
) -> Iterable[Problem]:
    for problem in problems:
        again = problem.question and problem.question != here
        url = question_url(catalogue, problem.question, journey) if again else ""
        yield Problem(problem.message, url)
