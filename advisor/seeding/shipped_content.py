"""The rule set that comes with the site, read from `advisor/content/*.toml`."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent.parent / "content"
TITLE = "Flask or Django?"
CONSTANTS = {"too_close": 660, "clear": 900, "min_margin": 20}
Row = dict[str, Any]


def shipped_document(content: Path = CONTENT) -> Row:
    """The rule-set document of the files, in the fixed form of `draft_of`.

    A list may be one file, `questions.toml`, or a folder of them, read in the order
    of their names.
    """
    return {
        "title": TITLE,
        "scale_max": 10,
        "constants": dict(CONSTANTS),
        "criteria": [_criterion(row) for row in _rows(content, "criteria")],
        "facts": [
            {key: row[key] for key in ("id", "label")}
            for row in _rows(content, "facts")
        ],
        "frameworks": [
            _framework(tomllib.loads(path.read_text()))
            for path in sorted((content / "scores").glob("*.toml"))
        ],
        "questions": [_question(row) for row in _rows(content, "questions")],
        "scenarios": [_scenario(row) for row in _rows(content, "scenarios")],
    }


def _rows(content: Path, name: str) -> list[Row]:
    paths = [content / f"{name}.toml", *sorted((content / name).glob("*.toml"))]
    return [
        row
        for path in paths
        if path.exists()
        for row in tomllib.loads(path.read_text())[name]
    ]


def _criterion(row: Row) -> Row:
    keys = ("id", "label", "family", "help", "base_points")
    anchors = {key: row["anchors"][key] for key in ("low", "middle", "high")}
    return {key: row[key] for key in keys} | {"anchors": anchors}


def _framework(file: Row) -> Row:
    return {
        "id": file["framework"],
        "label": file["label"],
        "facts": file.get("facts", {}),
        "scores": {row["criterion"]: _score(row) for row in file["scores"]},
    }


def _score(row: Row) -> Row:
    checked_on: date = row["checked_on"]
    return {
        **{key: row[key] for key in ("low", "best", "high", "grade", "rationale")},
        "claims": list(row["claims"]),
        "checked_on": checked_on.isoformat(),
    }


def _question(row: Row) -> Row:
    keys = ("id", "text", "why", "kind", "quick")
    return {key: row[key] for key in keys} | {
        "help": row.get("help", ""),
        "options": [_option(option) for option in row["options"]],
    }


def _option(row: Row) -> Row:
    return {key: row[key] for key in ("id", "label", "reason")} | {
        "help": row.get("help", ""),
        "points": row.get("points", {}),
        "requires": row.get("requires", {}),
    }


def _scenario(row: Row) -> Row:
    keys = ("id", "title", "situation", "answers", "expect_kind", "expect_framework")
    source = row.get("source")
    return {key: row[key] for key in keys} | {
        "source": {"title": source["title"], "url": source["url"]} if source else None
    }
