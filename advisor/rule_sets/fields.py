"""The way back: a rule-set document as the field values of a RuleSet.

`draft_of(RuleSet(**fields_of(document))).document` equals `document` in its fixed form.
"""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from guide.models import Claim

Row = Mapping[str, Any]
# Blocks keep their identity from one reading of the shipped files to the next, so that
# comparing two revisions shows what changed and nothing else.
BLOCK_IDS = uuid.UUID("6d5d7f1a-8a0f-5b3e-9a55-0c6f3f6a7d11")


class UnknownClaimsError(Exception):
    """The document cites claims that the ledger does not have."""


def fields_of(document: Row) -> dict[str, Any]:
    """Field values for `RuleSet(**values)`, StreamFields in their stored form.

    Raises UnknownClaimsError naming every slug that the claim ledger lacks.
    """
    claims = _claim_keys(document)
    return {
        "title": document["title"],
        **document["constants"],
        "criteria": _stream("criterion", map(dict, document["criteria"])),
        "facts": _stream("fact", map(dict, document["facts"])),
        "candidates": _stream(
            "candidate", (_candidate(row, claims) for row in document["frameworks"])
        ),
        "questions": _stream("question", map(_question, document["questions"])),
        "scenarios": _stream("scenario", map(_scenario, document["scenarios"])),
    }


def _claim_keys(document: Row) -> dict[str, int]:
    slugs = {
        slug
        for framework in document["frameworks"]
        for score in framework["scores"].values()
        for slug in score["claims"]
    }
    keys = dict(Claim.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    if missing := sorted(slugs - keys.keys()):
        raise UnknownClaimsError(
            f"The claim ledger does not have: {', '.join(missing)}."
        )
    return keys


def _stream(kind: str, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "value": row, "id": _block_id(kind, _name(row))} for row in rows
    ]


def _name(row: Row) -> str:
    return row.get("id") or row["framework"]


def _block_id(*names: str) -> str:
    return str(uuid.uuid5(BLOCK_IDS, "/".join(names)))


def _candidate(row: Row, claims: Mapping[str, int]) -> dict[str, Any]:
    return {
        "framework": row["id"],
        "label": row["label"],
        "facts": [{"fact": fact, "holds": has} for fact, has in row["facts"].items()],
        "scores": [
            {
                **score,
                "criterion": criterion,
                "claims": [claims[slug] for slug in score["claims"]],
            }
            for criterion, score in row["scores"].items()
        ],
    }


def _question(row: Row) -> dict[str, Any]:
    return {**row, "options": [_option(option) for option in row["options"]]}


def _option(row: Row) -> dict[str, Any]:
    return {
        **row,
        "points": [
            {"criterion": criterion, "points": points}
            for criterion, points in row["points"].items()
        ],
        "requires": [
            {"fact": fact, "needed": needed} for fact, needed in row["requires"].items()
        ],
    }


def _scenario(row: Row) -> dict[str, Any]:
    source = row["source"] or {"title": "", "url": ""}
    return {
        **{key: value for key, value in row.items() if key != "source"},
        "source_title": source["title"],
        "source_url": source["url"],
        "answers": [
            {"question": question, "option": option}
            for question, option in row["answers"].items()
        ],
    }
