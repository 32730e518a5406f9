"""The live standing beside a question: names nobody before there is a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import Catalogue
from advisor.journey.answer_list import what_is_left
from advisor.verdicts import wording
from advisor.verdicts.working import fit_in_thousand

COMPARED = ("clear", "leans", "too_close", "tie")


@dataclass(frozen=True)
class StandingRow:
    slug: str
    name: str
    label: str
    width: int | None  # thousandths of the most points possible


@dataclass(frozen=True)
class Standing:
    heading: str
    sentence: str
    note: str
    settled: bool
    rows: tuple[StandingRow, ...]  # always alphabetical


def standing_of(evaluation: Mapping[str, Any], catalogue: Catalogue) -> Standing:
    kind = evaluation["verdict"]["kind"]
    out = {row["framework"] for row in evaluation["ruled_out"]}
    rows = [
        _row(framework, evaluation, catalogue, out)
        for framework in catalogue.frameworks
    ]
    answered = len(evaluation["answers"])
    settled = bool(evaluation["settled"] and answered and evaluation["open_questions"])
    return Standing(
        heading="Where it stands" if answered else "Nothing answered yet",
        sentence=evaluation["verdict"]["sentence"]
        if kind != "not_enough"
        else "The standing appears here with your first answer.",
        note=f"After {wording.counted(answered, 'answer')}. "
        f"{'' if settled else what_is_left(evaluation, catalogue)}".strip()
        if answered
        else "",
        settled=settled,
        rows=tuple(sorted(rows, key=lambda row: row.name.lower())),
    )


def _row(
    framework: str,
    evaluation: Mapping[str, Any],
    catalogue: Catalogue,
    ruled_out: set[str],
) -> StandingRow:
    name = catalogue.framework_name(framework)
    if framework in ruled_out:
        return StandingRow(framework, name, "ruled out by your answers", None)
    if evaluation["verdict"]["kind"] not in COMPARED:
        return StandingRow(framework, name, "", None)
    thousandths = fit_in_thousand(evaluation, framework, catalogue)
    label = f"{(thousandths + 5) // 10} of 100"
    return StandingRow(framework, name, label, thousandths)
