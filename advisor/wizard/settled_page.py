"""The page on which the questions end early, with the proof that they may."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.engine.worst_case import worst_margin
from advisor.journey.answer_list import Answer, answers_of
from advisor.journey.answers import Journey
from advisor.journey.links import question_url, result_url, step_url
from advisor.journey.routing import next_step, still_to_ask
from advisor.verdicts.wording import counted
from advisor.wizard.standing import Standing, standing_of


@dataclass(frozen=True)
class SettledPage:
    heading: str
    proof: str
    reason: str
    result_url: str
    go_on_url: str
    go_on_label: str
    back_url: str
    standing: Standing
    answers: tuple[Answer, ...]


def settled_page(
    evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> SettledPage:
    """Only where the routing says that it is settled."""
    onward = replace(journey, never_stops=True)
    seen = journey.seen(catalogue)
    left = len(still_to_ask(catalogue, journey))
    return SettledPage(
        heading=f"Settled after {counted(len(journey.answers), 'answer')}",
        proof=f"No answer to {_the_others(evaluation)} can change this: "
        f"{_what_stays(evaluation, catalogue)}.",
        reason=_reason(evaluation, catalogue),
        result_url=result_url(catalogue, journey),
        go_on_url=step_url(catalogue, next_step(catalogue, onward), onward),
        go_on_label=f"Answer the other {counted(left, 'question')} anyway"
        if left > 1
        else "Answer the last question anyway",
        back_url=question_url(catalogue, seen[-1], journey) if seen else "",
        standing=standing_of(evaluation, catalogue),
        answers=answers_of(catalogue, journey, then_result=False),
    )


def _the_others(evaluation: Mapping[str, Any]) -> str:
    left = len(evaluation["open_questions"])
    return f"the other {left} questions" if left > 1 else "the last open question"


def _what_stays(evaluation: Mapping[str, Any], catalogue: Catalogue) -> str:
    verdict = evaluation["verdict"]
    if verdict["kind"] == "none":
        return "none of them brings back a framework that is ruled out"
    if verdict["kind"] == "tie":
        return "none of them breaks the tie"
    if verdict["kind"] == "too_close":
        return "the one that is a little ahead stays ahead, however little"
    name = catalogue.framework_name(evaluation["ranking"][0])
    if verdict["kind"] == "only_one":
        return f"{name} stays in, and the others stay ruled out"
    return f"{name} stays ahead, whatever they are"


def _reason(evaluation: Mapping[str, Any], catalogue: Catalogue) -> str:
    worst = worst_margin(catalogue.rule_set, evaluation["answers"])
    if worst is None or evaluation["verdict"]["kind"] == "tie":
        return ""
    second = catalogue.framework_name(evaluation["ranking"][1])
    rival = second if len(evaluation["ranking"]) == 2 else "the next one"
    return (
        f"How we know: the margin over {rival} is {evaluation['margin']:,} now. If "
        "every open question were answered as badly as can be for whoever is ahead, "
        f"all at once, it would still be {worst:,}. More answers can only make the "
        "lead wider or narrower."
    )
