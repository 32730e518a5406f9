"""The start: what is compared, and the ways through the questions."""

from dataclasses import dataclass, replace

from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import ADAPTIVE, FIXED, FULL, QUICK, Journey
from advisor.journey.links import result_url, step_url
from advisor.journey.routing import next_step, order_of
from advisor.verdicts.contributions import Side
from advisor.verdicts.working import columns_of


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
    in_turn: Mode  # every question, in the fixed order
    quick_in_turn: Mode
    answered: int
    result_url: str  # "" while the address holds no answers


SECONDS_FOR_A_QUESTION = 25


def start_page(catalogue: Catalogue, journey: Journey) -> StartPage:
    return StartPage(
        frameworks=columns_of(catalogue),
        criteria=len(catalogue.criteria),
        quick=_mode(QUICK, ADAPTIVE, catalogue, journey),
        full=_mode(FULL, ADAPTIVE, catalogue, journey),
        in_turn=_mode(FULL, FIXED, catalogue, journey),
        quick_in_turn=_mode(QUICK, FIXED, catalogue, journey),
        answered=len(journey.answers),
        result_url=result_url(catalogue, journey) if journey.answers else "",
    )


def _mode(mode: str, order: str, catalogue: Catalogue, journey: Journey) -> Mode:
    chosen = replace(journey, mode=mode, order=order, never_stops=False)
    questions = len(order_of(catalogue, mode))
    return Mode(
        id=mode,
        questions=questions,
        minutes=max(1, round(questions * SECONDS_FOR_A_QUESTION / 60)),
        url=step_url(catalogue, next_step(catalogue, chosen), chosen),
    )
