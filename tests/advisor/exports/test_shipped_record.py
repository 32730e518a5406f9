"""The whole file for one shipped scenario, as a reader gets it.

After a wanted change of words or of the shipped rule set, write it anew:
`manage.py test tests/advisor/exports --update-records`, and read the difference.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from advisor.exports.markdown import as_markdown
from advisor.exports.record import compose
from advisor.saved.actions import save_recommendation
from advisor.saved.decision_records import decision_of

SCENARIO = "nhs-breast-screening"
GOLDEN = Path(__file__).parent / "golden" / f"{SCENARIO}.md"
TODAY = date(2026, 11, 22)


@pytest.fixture
def on_a_fixed_day(monkeypatch):
    """Staleness and support ends are those of one day, whenever the test runs."""
    real = timezone.localdate
    monkeypatch.setattr(timezone, "localdate", lambda *at: real(*at) if at else TODAY)


@pytest.mark.usefixtures("on_a_fixed_day")
def test_the_record_of_a_shipped_scenario(member, first_version, request):
    scenario = next(
        row for row in first_version.document["scenarios"] if row["id"] == SCENARIO
    )
    saved = save_recommendation(
        owner=member,
        version=first_version,
        answers=scenario["answers"],
        title=scenario["title"],
        note=scenario["situation"],
    )
    decision = decision_of(saved, "https://guide.example{}".format)
    days = dict.fromkeys(("published_on", "saved_on", "changed_on"), TODAY)
    made = as_markdown(compose(replace(decision, **days)))
    if request.config.getoption("--update-records"):
        GOLDEN.write_text(made)

    assert made == GOLDEN.read_text()
