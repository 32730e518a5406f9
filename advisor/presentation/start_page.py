"""The start: what is compared, and the two ways through the questions."""

from dataclasses import dataclass, replace

from advisor.answers import FULL, QUICK, Journey
from advisor.catalogue import Catalogue
from advisor.links import result_url, step_url
from advisor.presentation.contributions import Side
from advisor.presentation.working import columns_of
from advisor.routing import next_question, order_of


@dataclass(frozen=True)
class Mode:
    id: str
    questions: int
    minutes: int
    url: str


@dataclass(frozen=True)
class StartPage:
    frameworks: tuple[Side, ...]
    criteria: int
    quick: Mode
    full: Mode
    answered: int
    result_url: str  # "" while the address holds no answers


SECONDS_FOR_A_QUESTION = 25


def start_page(catalogue: Catalogue, journey: Journey) -> StartPage:
    return StartPage(
        frameworks=columns_of(catalogue),
        criteria=len(catalogue.criteria),
        quick=_mode(QUICK, catalogue, journey),
        full=_mode(FULL, catalogue, journey),
        answered=len(journey.answers),
        result_url=result_url(catalogue, journey) if journey.answers else "",
    )


def _mode(mode: str, catalogue: Catalogue, journey: Journey) -> Mode:
    chosen = replace(journey, mode=mode)
    questions = len(order_of(catalogue, mode))
    return Mode(
        id=mode,
        questions=questions,
        minutes=max(1, round(questions * SECONDS_FOR_A_QUESTION / 60)),
        url=step_url(catalogue, next_question(catalogue, chosen), chosen),
    )
