"""A rule set's fields as the rule-set document of the public contract.

Reading never fails on a half-written draft: what is missing becomes an empty string or
None, which the engine then reports with its place. What a document cannot hold, one
name given twice, is reported here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor.engine import Problem
from advisor.rule_sets.scenario_changes import Outcome

Document = dict[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Draft:
    """The document of a rule set as it stands, and what it could not hold.

    `acknowledged` is no part of the document: by scenario id, the verdict that an
    editor accepts instead of the one in force.
    """

    document: Document
    problems: list[Problem] = field(default_factory=list)
    acknowledged: Mapping[str, Outcome] = field(default_factory=dict)


def draft_of(rule_set: Any) -> Draft:
    """Read the fields of a RuleSet. `document` has every key, in one fixed form."""
    problems: list[Problem] = []
    document = {
        "title": rule_set.title,
        "scale_max": 10,
        "constants": {
            "too_close": rule_set.too_close,
            "clear": rule_set.clear,
            "min_margin": rule_set.min_margin,
        },
        "criteria": [_criterion(row) for row in _rows(rule_set.criteria)],
        "facts": [_fact(row) for row in _rows(rule_set.facts)],
        "frameworks": _numbered(
            rule_set.candidates, "frameworks", _candidate, problems
        ),
        "questions": _numbered(rule_set.questions, "questions", _question, problems),
        "scenarios": _numbered(rule_set.scenarios, "scenarios", _scenario, problems),
    }
    acknowledged = {
        row["scenario"]: Outcome(row["kind"], row["framework"] or "")
        for row in _rows(rule_set.acknowledgements)
    }
    return Draft(document, problems, acknowledged)


def _rows(stream: Iterable[Any]) -> list[Row]:
    return [child.value for child in stream]


def _numbered(
    stream: Iterable[Any],
    path: str,
    read: Callable[[Row, str, list[Problem]], Document],
    problems: list[Problem],
) -> list[Document]:
    return [
        read(row, f"{path}[{number}]", problems)
        for number, row in enumerate(_rows(stream))
    ]


def _by_name(
    rows: Iterable[Row],
    name: str,
    read: Callable[[Row], Any],
    path: str,
    problems: list[Problem],
) -> Document:
    """Rows keyed by their field `name`; the first of two with one name stays."""
    named: Document = {}
    for row in rows:
        key = row[name] or ""
        if key in named:
            problems.append(Problem(path, f"{name} '{key}' is given twice"))
        else:
            named[key] = read(row)
    return named


def _criterion(row: Row) -> Document:
    keys = ("id", "label", "family", "help", "base_points")
    return {key: row[key] for key in keys} | {"anchors": dict(row["anchors"])}


def _fact(row: Row) -> Document:
    return {"id": row["id"], "label": row["label"]}


def _candidate(row: Row, path: str, problems: list[Problem]) -> Document:
    return {
        "id": row["framework"],
        "label": row["label"],
        "facts": _by_name(
            row["facts"], "fact", lambda fact: fact["holds"], f"{path}.facts", problems
        ),
        "scores": _by_name(
            row["scores"], "criterion", _score, f"{path}.scores", problems
        ),
    }


def _score(row: Row) -> Document:
    checked_on = row["checked_on"]
    return {
        **{key: row[key] for key in ("low", "best", "high", "grade", "rationale")},
        # A claim that was deleted since leaves None behind.
        "claims": [claim.slug for claim in row["claims"] if claim is not None],
        "checked_on": checked_on.isoformat() if checked_on else None,
    }


def _question(row: Row, path: str, problems: list[Problem]) -> Document:
    keys = ("id", "text", "help", "why", "kind", "quick")
    return {key: row[key] for key in keys} | {
        "options": [
            _option(option, f"{path}.options[{number}]", problems)
            for number, option in enumerate(row["options"])
        ]
    }


def _option(row: Row, path: str, problems: list[Problem]) -> Document:
    return {key: row[key] for key in ("id", "label", "help", "reason")} | {
        "points": _by_name(
            row["points"],
            "criterion",
            lambda given: given["points"],
            f"{path}.points",
            problems,
        ),
        "requires": _by_name(
            row["requires"],
            "fact",
            lambda required: required["needed"],
            f"{path}.requires",
            problems,
        ),
    }


def _scenario(row: Row, path: str, problems: list[Problem]) -> Document:
    keys = ("id", "title", "situation", "expect_kind", "expect_framework")
    source = {"title": row["source_title"], "url": row["source_url"]}
    return {key: row[key] for key in keys} | {
        "source": source if any(source.values()) else None,
        "answers": _by_name(
            row["answers"],
            "question",
            lambda answer: answer["option"],
            f"{path}.answers",
            problems,
        ),
    }
