"""Decisions to make records of: the small rule set, its claim, and fixed days."""

from dataclasses import replace
from datetime import date

from advisor.documents.catalogue import Catalogue
from advisor.exports.source import (
    Addresses,
    Decision,
    Evidence,
    SourceLink,
    SupportEnd,
)
from tests.advisor.small_document import (
    ANSWERS_BY_KIND,
    small_document,
    small_evaluation,
)

TODAY = date(2026, 11, 22)
HEAVY = Evidence(
    slug="heavy",
    statement="Rocks are heavy.",
    finding="",
    standing="Checked",
    stale=False,
    grade="A",
    checked_on=date(2026, 10, 1),
    review_by=date(2027, 4, 1),
    url="https://guide.example/claims/heavy/",
    sources=(
        SourceLink("On rocks", "https://rocks.example/a?b=c&d=(e)", date(2026, 9, 30)),
    ),
)
ADDRESSES = Addresses(
    result="https://guide.example/advisor/result/",
    wizard="https://guide.example/advisor/",
    method="https://guide.example/advisor/method/",
    rule_set="https://guide.example/api/v1/rulesets/1",
)


def decision(kind: str = "clear", **changes: object) -> Decision:
    """A decision with that verdict under the small rule set."""
    evaluation = small_evaluation(ANSWERS_BY_KIND[kind])
    made = Decision(
        title="The heavy door",
        note="",
        evaluation=evaluation,
        catalogue=Catalogue(small_document()),
        version=1,
        digest=evaluation["ruleset"]["digest"],
        published_on=date(2026, 11, 1),
        saved_on=date(2026, 11, 20),
        changed_on=date(2026, 11, 21),
        revisit_on=None,
        evidence={"heavy": HEAVY},
        support=(
            SupportEnd("rock", "2", date(2027, 3, 31)),
            SupportEnd("rock", "1", date(2026, 3, 31)),
            SupportEnd("paper", "7", None),
        ),
        addresses=ADDRESSES,
        today=TODAY,
    )
    return replace(made, **changes)
