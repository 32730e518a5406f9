"""A shipped record of a failed run disputes its claims on a new site too."""

from dataclasses import replace

import pytest

from guide.content_files import load_content
from guide.models import Claim
from guide.probes import records
from guide.probes.records import record_of
from guide.seeding import run

PROBE = "flask-form-limits"
CLAIM = "flask-limits-form-size"


@pytest.mark.django_db
def test_a_shipped_failure_disputes_and_seeding_again_keeps_it(monkeypatch):
    failed = replace(record_of(PROBE), outcome="failed", observed={})
    known = {**records.all_records(), PROBE: failed}
    monkeypatch.setattr(run, "all_records", lambda: known)

    for _ in range(2):
        run.seed(load_content(), lambda line: None)
        claim = Claim.objects.get(slug=CLAIM)
        assert claim.status == "disputed"
        assert claim.finding.count("contradicts this") == 1
