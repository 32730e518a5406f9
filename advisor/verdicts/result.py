"""A result in the order in which the method says it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.journey.answer_list import (
    Answer,
    OpenGroup,
    OpenQuestion,
    answers_of,
    open_groups_of,
    open_questions_of,
    what_is_left,
)
from advisor.journey.answers import FULL, Journey
from advisor.journey.links import own_url, save_url, step_url
from advisor.journey.routing import next_step
from advisor.verdicts.break_even import BreakEvens, break_evens_of
from advisor.verdicts.contributions import Chart, chart_by_answer, chart_by_criterion
from advisor.verdicts.doubt import DoubtSplit, doubt_of
from advisor.verdicts.flips import Flips, flips_of
from advisor.verdicts.intervals import IntervalChart, debatable_scores
from advisor.verdicts.reasons import Case, cases_of
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.verdicts.working import Working, working_of


@dataclass(frozen=True)
class Result:
    verdict: Verdict
    flips: Flips
    cases: tuple[Case, ...]
    answers: tuple[Answer, ...]
    open_questions: tuple[OpenQuestion, ...]
    open_groups: tuple[OpenGroup, ...]
    left: str  # what the open questions can still do, "" if there is nothing to say
    by_criterion: Chart | None
    by_answer: Chart | None
    debatable: IntervalChart | None
    break_even: BreakEvens | None
    doubt: DoubtSplit | None
    working: Working
    continue_url: str  # the next open question of the full questionnaire, or ""
    save_url: str
    own_url: str


def result_of(
    evaluation: Mapping[str, Any],
    catalogue: Catalogue,
    journey: Journey,
    claims: Mapping[str, Any],
) -> Result:
    open_questions = open_questions_of(evaluation, catalogue, journey)
    return Result(
        verdict=verdict_of(evaluation, catalogue),
        flips=flips_of(evaluation, catalogue, journey),
        cases=cases_of(evaluation, catalogue),
        answers=answers_of(catalogue, journey),
        open_questions=open_questions,
        open_groups=open_groups_of(open_questions),
        left=what_is_left(evaluation, catalogue),
        by_criterion=chart_by_criterion(evaluation, catalogue),
        by_answer=chart_by_answer(evaluation, catalogue),
        debatable=debatable_scores(evaluation, catalogue),
        break_even=break_evens_of(evaluation, catalogue),
        doubt=doubt_of(evaluation, catalogue),
        working=working_of(evaluation, catalogue, claims),
        continue_url=_continue_url(evaluation, catalogue, journey),
        save_url=save_url(catalogue, journey),
        own_url=own_url(catalogue, journey),
    )


def _continue_url(
    evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> str:
    if not evaluation["open_questions"]:
        return ""
    # Somebody who goes on wants the skipped questions to be asked again.
    onward = replace(
        journey,
        mode=FULL,
        skipped=frozenset(),
        to_result=False,
        never_stops=evaluation["settled"],
    )
    return step_url(catalogue, next_step(catalogue, onward), onward)
