"""Changes to one part of a rule-set document, in place. Nothing is checked here."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404

Document = dict[str, Any]
Row = dict[str, Any]
Triple = Mapping[str, int]  # low, best, high
OWN_SCORE = "Your own score."


def row_or_404(document: Mapping[str, Any], kind: str, name: str) -> Row:
    """The framework, question or criterion with this id."""
    for row in document[kind]:
        if row["id"] == name:
            found: Row = row
            return found
    raise Http404(f"There is no such entry among {kind}.")


def set_base_points(document: Document, points: Mapping[str, int]) -> None:
    for row in document["criteria"]:
        row["base_points"] = points.get(row["id"], row["base_points"])


def set_scores(
    document: Document,
    framework: str,
    scores: Mapping[str, Triple],
    published: Mapping[str, Any] | None = None,
) -> None:
    """Set the scores of one framework.

    A changed score loses the evidence it had; one that is as in the `published`
    document again gets it back.
    """
    row = row_or_404(document, "frameworks", framework)
    sourced = _scores_in(published, framework)
    for criterion, score in scores.items():
        kept = row["scores"].get(criterion, {})
        for candidate in (kept, sourced.get(criterion, {})):
            if all(candidate.get(key) == score[key] for key in score):
                row["scores"][criterion] = dict(candidate)
                break
        else:
            row["scores"][criterion] = {**score, "rationale": OWN_SCORE}


def set_about(
    document: Document, framework: str, label: str, facts: Mapping[str, Any]
) -> None:
    row = row_or_404(document, "frameworks", framework)
    row["label"] = label
    row["facts"] = {**row.get("facts", {}), **facts}


def set_option_points(
    document: Document, question: str, points: Mapping[str, Mapping[str, int]]
) -> None:
    """Points by option and criterion; a 0 is left out, as everywhere else."""
    for option in row_or_404(document, "questions", question)["options"]:
        changed = {**option.get("points", {}), **points.get(option["id"], {})}
        option["points"] = {c: number for c, number in changed.items() if number}


def add_framework(
    document: Document,
    name: str,
    label: str,
    facts: Mapping[str, Any],
    like: str = "",
) -> None:
    """Add a candidate: with the scores of another one, or with nothing known."""
    if like:
        scores = {
            criterion: {key: score[key] for key in ("low", "best", "high")}
            for criterion, score in _scores_in(document, like).items()
        }
    else:
        most = document["scale_max"]
        unknown = {"low": 0, "best": most // 2, "high": most}
        scores = {row["id"]: dict(unknown) for row in document["criteria"]}
    for score in scores.values():
        score["rationale"] = OWN_SCORE
    entry = {"id": name, "label": label, "facts": dict(facts), "scores": scores}
    document["frameworks"].append(entry)


def remove_framework(document: Document, framework: str) -> None:
    row = row_or_404(document, "frameworks", framework)
    document["frameworks"].remove(row)


def _scores_in(document: Mapping[str, Any] | None, framework: str) -> dict[str, Row]:
    for row in document["frameworks"] if document else ():
        if row["id"] == framework:
            found: dict[str, Row] = row["scores"]
            return found
    return {}
