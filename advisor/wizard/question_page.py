"""One question on a page: its options, what each changes, and the ways on and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue, Row
from advisor.journey.answer_list import Answer, answers_of, what_is_left
from advisor.journey.answers import FIXED, THEN, Journey
from advisor.journey.links import question_url, result_url, step_url
from advisor.journey.reach import reach_of, ruled_out_by
from advisor.journey.routing import (
    next_step,
    order_of,
    previous_question,
    still_to_ask,
)
from advisor.verdicts import wording
from advisor.wizard.standing import Standing, standing_of


@dataclass(frozen=True)
class Option:
    id: str
    label: str
    help: str
    checked: bool


@dataclass(frozen=True)
class Effect:
    """What choosing one option changes."""

    label: str
    reason: str
    moves: tuple[str, ...]  # "+3 Data model and migrations"
    rules_out: str  # a sentence, or ""


@dataclass(frozen=True)
class Progress:
    answered: int
    total: int
    text: str


@dataclass(frozen=True)
class QuestionPage:
    id: str
    text: str
    help: str
    why: str
    options: tuple[Option, ...]
    effects: tuple[Effect, ...]
    left_open: bool
    progress: Progress
    standing: Standing
    answers: tuple[Answer, ...]
    hidden: tuple[tuple[str, str], ...]  # what the form carries along
    submit_label: str
    skip_url: str
    back_url: str  # "" in front of the first question
    back_label: str
    result_url: str  # "" while nothing is answered


def question_page(
    question: str, evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> QuestionPage:
    row = catalogue.questions[question]
    others = journey.without(question)
    back_url, back_label = _way_back(question, catalogue, journey)
    return QuestionPage(
        id=question,
        text=catalogue.question_text(question),
        help=row.get("help", ""),
        why=row.get("why", ""),
        options=tuple(
            _option(option, journey.answers.get(question)) for option in row["options"]
        ),
        effects=tuple(effect_of(option, catalogue) for option in row["options"]),
        left_open=question in journey.skipped,
        progress=_progress(question, evaluation, catalogue, journey),
        standing=standing_of(evaluation, catalogue),
        answers=answers_of(catalogue, journey, then_result=False),
        hidden=(
            *others.pairs(catalogue),
            *([(THEN, "result")] if journey.to_result else []),
        ),
        submit_label="Update the result" if journey.to_result else "Next question",
        skip_url=_skip_url(question, catalogue, others),
        back_url=back_url,
        back_label=back_label,
        result_url=result_url(catalogue, journey) if journey.answers else "",
    )


def _option(option: Row, chosen: str | None) -> Option:
    return Option(
        id=option["id"],
        label=option.get("label") or option["id"],
        help=option.get("help", ""),
        checked=option["id"] == chosen,
    )


def effect_of(option: Row, catalogue: Catalogue) -> Effect:
    points = sorted(
        option.get("points", {}).items(),
        key=lambda pair: (-pair[1], catalogue.criterion_label(pair[0])),
    )
    return Effect(
        label=option.get("label") or option["id"],
        reason=option.get("reason", ""),
        moves=tuple(
            f"{wording.signed(number)} {catalogue.criterion_label(criterion)}"
            for criterion, number in points
            if number
        ),
        rules_out=_rules_out(option, catalogue),
    )


def _rules_out(option: Row, catalogue: Catalogue) -> str:
    needs = option.get("requires", {})
    if not needs:
        return ""
    facts = wording.joined(
        catalogue.fact_label(fact) if needed else f"not: {catalogue.fact_label(fact)}"
        for fact, needed in needs.items()
    )
    out = list(ruled_out_by(catalogue, option))
    if not out:
        return f"Needs: {facts}. Every framework here has that."
    return f"Needs: {facts}. Rules out {wording.names_of(out, catalogue)}."


def _progress(
    question: str, evaluation: Mapping[str, Any], catalogue: Catalogue, journey: Journey
) -> Progress:
    order = order_of(catalogue, journey.mode)
    answered = sum(asked in journey.answers for asked in order)
    text = (
        _place_in_turn(question, order, what_is_left(evaluation, catalogue))
        if journey.order == FIXED
        else _how_many_more(question, catalogue, journey)
    )
    return Progress(answered, len(order), text)


def _place_in_turn(question: str, order: tuple[str, ...], left: str) -> str:
    place = (
        f"Question {order.index(question) + 1} of {len(order)}."
        if question in order
        else f"A further question, beyond the {len(order)} quick ones."
    )
    return f"{place} {left}".strip()


def _how_many_more(question: str, catalogue: Catalogue, journey: Journey) -> str:
    """ "3 answered; at most 13 more, 9 of them can still change this." """
    answered = len(journey.answers)
    left = [key for key in still_to_ask(catalogue, journey) if key != question]
    more = len(left) + (question not in journey.answers)
    could = reach_of(catalogue, journey.answers).could
    reaching = sum(key in could for key in {*left, question})
    if not answered:
        return f"Nothing answered yet; at most {wording.counted(more, 'question')}."
    start = f"{answered} answered; "
    if not more:
        return f"{start}none left."
    if not reaching:
        return f"{start}at most {more} more, and none can change this any more."
    can = f"{reaching} of them" if reaching < more else "all" if more > 1 else "and it"
    return f"{start}at most {more} more, {can} could still change this."


def _skip_url(question: str, catalogue: Catalogue, others: Journey) -> str:
    skipping = others.skipping(question)
    return step_url(catalogue, next_step(catalogue, skipping, after=question), skipping)


def _way_back(question: str, catalogue: Catalogue, journey: Journey) -> tuple[str, str]:
    if journey.to_result:
        return result_url(catalogue, journey), "Back to the result"
    previous = previous_question(catalogue, journey, question)
    if previous is None:
        return "", ""
    return question_url(catalogue, previous, journey), "Back"
