"""Phrases that several sections of a record share."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from advisor.exports.source import Decision
from advisor.verdicts.wording import joined


def day(on: date) -> str:
    """A day as every reader and program reads it: 2026-11-22."""
    return on.isoformat()


def name(decision: Decision, framework: str) -> str:
    return decision.catalogue.framework_name(framework)


def yes_or_no(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value)


def numbers(values: Iterable[int]) -> str:
    """Ascending numbers with neighbours drawn together: "1–3, 7 and 9"."""
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return joined(text for run in runs for text in _run(run))


def _run(run: list[int]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else list(map(str, run))


def change(decision: Decision, changes: Mapping[str, str]) -> str:
    """What would have to be answered otherwise, as the middle of a sentence."""
    catalogue = decision.catalogue
    return joined(
        f"“{catalogue.question_text(question)}” were answered "
        f"“{catalogue.option_label(question, changes[question])}”"
        + _instead(decision, question)
        for question in catalogue.in_order(changes)
    )


def _instead(decision: Decision, question: str) -> str:
    given = decision.answers.get(question)
    if given is None:
        return " (not answered so far)"
    return f" instead of “{decision.catalogue.option_label(question, given)}”"


def totals(decision: Decision) -> str:
    """Every total as a phrase: "Django 82 and Flask 73 of at most 120"."""
    evaluation: Mapping[str, Any] = decision.evaluation
    most = decision.catalogue.scale_max * evaluation["total_points"]
    each = joined(
        f"{name(decision, framework)} {evaluation['totals'][framework]:,}"
        for framework in decision.columns
    )
    return f"{each} of at most {most:,}"


def misses(decision: Decision, framework: str) -> str:
    """Why `framework` is ruled out, as the rest of a sentence; "" if it is not."""
    catalogue = decision.catalogue
    return "; ".join(
        f"the answer “{catalogue.option_label(row['question'], row['option'])}” to "
        f"“{catalogue.question_text(row['question'])}” needs "
        f"“{catalogue.fact_label(row['fact'])}: {yes_or_no(row['needs'])}”, and for "
        f"{name(decision, framework)} it is {yes_or_no(row['has'])}"
        for row in decision.evaluation["ruled_out"]
        if row["framework"] == framework
    )
