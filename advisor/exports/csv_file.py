"""The weighted scores as CSV: one line per criterion and option."""

import csv
import io

from advisor.exports.source import Decision
from advisor.exports.weighing import all_criteria
from guide.table_files import defused

COLUMNS = (
    "recommendation",
    "verdict",
    "ruleset_version",
    "ruleset_digest",
    "criterion",
    "criterion_label",
    "points",
    "framework",
    "low",
    "best",
    "high",
    "weighted",
    "grade",
    "checked_on",
    "rationale",
    "claims",
)


def as_csv(decision: Decision) -> str:
    """The header, then criteria in the order of the rule set. Safe in a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    same = (decision.title, decision.kind, decision.version, decision.digest)
    for row in all_criteria(decision):
        for framework in decision.columns:
            score = row.scores[framework]
            values = (
                *same,
                row.id,
                row.label,
                row.points,
                framework,
                *(score[key] for key in ("low", "best", "high")),
                row.product(framework),
                *(score.get(key) or "" for key in ("grade", "checked_on", "rationale")),
                " ".join(score.get("claims", ())),
            )
            writer.writerow([defused(str(value)) for value in values])
    return file.getvalue()
