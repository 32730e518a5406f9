"""What the pages of a member's own rule set show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from advisor.documents.catalogue import Catalogue
from advisor.engine import AnswersError, compare_documents
from advisor.journey.answers import Journey
from advisor.models import OwnRuleSet
from advisor.own_rule_sets.analysis import analysed
from advisor.verdicts.break_even import BreakEvens, break_evens_of
from advisor.verdicts.cited_claims import claims_by_slug
from advisor.verdicts.contributions import Chart, chart_by_answer, chart_by_criterion
from advisor.verdicts.doubt import DoubtSplit, doubt_of
from advisor.verdicts.evaluation import evaluation_for
from advisor.verdicts.flips import Flips, flips_of
from advisor.verdicts.intervals import IntervalChart, debatable_scores
from advisor.verdicts.reasons import Case, cases_of
from advisor.verdicts.verdict import Verdict, verdict_of
from advisor.verdicts.wording import counted, headline_for
from advisor.verdicts.working import Working, cited, working_of


@dataclass(frozen=True)
class OwnResult:
    """What the shared parts of a result page need."""

    verdict: Verdict
    published: str  # the verdict of the published rule set, "" if it cannot say
    flips: Flips
    cases: tuple[Case, ...]
    answers: int
    by_criterion: Chart | None
    by_answer: Chart | None
    debatable: IntervalChart | None
    break_even: BreakEvens | None
    doubt: DoubtSplit | None
    working: Working


def own_result(own: OwnRuleSet, catalogue: Catalogue, journey: Journey) -> OwnResult:
    evaluation = analysed(own.document, journey.answers)
    return OwnResult(
        verdict=verdict_of(evaluation, catalogue),
        published=_published(own, journey),
        flips=_at_home(flips_of(evaluation, catalogue, journey), own),
        cases=cases_of(evaluation, catalogue),
        answers=len(journey.answers),
        by_criterion=chart_by_criterion(evaluation, catalogue),
        by_answer=chart_by_answer(evaluation, catalogue),
        debatable=debatable_scores(evaluation, catalogue),
        break_even=break_evens_of(evaluation, catalogue),
        doubt=doubt_of(evaluation, catalogue),
        working=working_of(evaluation, catalogue, claims_by_slug(cited(catalogue))),
    )


def _published(own: OwnRuleSet, journey: Journey) -> str:
    """Imported documents have no published one; others may have lost an option."""
    if own.based_on is None:
        return ""
    try:
        evaluation = evaluation_for(own.based_on, journey.answers)
    except AnswersError:
        return ""
    return headline_for(evaluation, Catalogue(own.based_on.document))


def _at_home(flips: Flips, own: OwnRuleSet) -> Flips:
    """The same flips, applied on the page of this rule set."""
    here = verdict_url(own)
    return replace(
        flips,
        shown=tuple(
            replace(flip, url=f"{here}?{urlsplit(flip.url).query}")
            for flip in flips.shown
        ),
    )


def verdict_url(own: OwnRuleSet, query: str = "") -> str:
    return reverse("advisor:own-verdict", args=[own.pk]) + query


@dataclass(frozen=True)
class Choice:
    """One question of the page that asks them all."""

    name: str
    text: str
    help: str
    options: tuple[tuple[str, str, bool], ...]  # id, label, chosen


def choices_of(catalogue: Catalogue, journey: Journey) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            name=name,
            text=catalogue.question_text(name),
            help=row.get("help", ""),
            options=tuple(
                (
                    option["id"],
                    catalogue.option_label(name, option["id"]),
                    journey.answers.get(name) == option["id"],
                )
                for option in row["options"]
            ),
        )
        for name, row in catalogue.questions.items()
    )


@dataclass(frozen=True)
class Part:
    """A part that has a page of its own, and whether it differs from the original."""

    title: str
    name: str
    changes: str  # "3 changes", "added", or ""


@dataclass(frozen=True)
class Parts:
    weights: str
    frameworks: tuple[Part, ...]
    questions: tuple[Part, ...]
    changes: str  # all of them in words, "" for none and for an imported document


def parts_of(own: OwnRuleSet) -> Parts:
    catalogue = Catalogue(own.document)
    counts, added = _changes(own)
    return Parts(
        weights=_words(counts.get(("criteria",), 0)),
        frameworks=tuple(
            Part(
                catalogue.framework_name(name),
                name,
                "added by you"
                if ("frameworks", name) in added
                else _words(counts.get(("frameworks", name), 0)),
            )
            for name in catalogue.frameworks
        ),
        questions=tuple(
            Part(
                catalogue.question_text(name),
                name,
                _words(counts.get(("questions", name), 0)),
            )
            for name in catalogue.questions
        ),
        changes=_words(sum(counts.values()) + len(added)),
    )


def _words(number: int) -> str:
    return counted(number, "change") if number else ""


def _changes(own: OwnRuleSet) -> tuple[dict[tuple[str, ...], int], set[Any]]:
    """How many numbers, names and facts differ, by part; and what was added.

    A changed score also loses its sources, which is not counted as a change.
    """
    counts: dict[tuple[str, ...], int] = {}
    added: set[tuple[str, ...]] = set()
    if own.based_on is None:
        return counts, added
    before: Mapping[str, Any] = own.based_on.document
    for change in compare_documents(before, own.document):
        if change.kind == "added" and len(change.path) == 2:
            added.add(change.path)
        elif change.path[-1] not in ("grade", "rationale", "claims", "checked_on"):
            part = change.path[: 1 if change.path[0] == "criteria" else 2]
            counts[part] = counts.get(part, 0) + 1
    return counts, added
