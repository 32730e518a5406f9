"""What a failed record does to the claims of its probe, and what nothing does."""

from dataclasses import replace

import pytest
from wagtail.models import ModelLogEntry

from guide.disputes.claims import LOG_ACTION, claims_are_there, dispute_claims
from guide.models import Claim
from guide.probes.records import record_of
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db
PROBE = "foreign-host-header"
FAILED = replace(
    record_of(PROBE),
    outcome="failed",
    observed={**record_of(PROBE).expected, "django as it comes": 200},
)
SENTENCE = (
    "The probe foreign-host-header contradicts this: it expected "
    '{"django as it comes": 400} and observed {"django as it comes": 200} with '
)


@pytest.fixture
def claim():
    """The only claim of its probe."""
    Claim.objects.filter(probe=PROBE).update(probe="")
    made = make_claim(probe=PROBE, finding="It was so.")
    made.save_revision().publish()
    return made


def dispute(*records):
    said = []
    written = dispute_claims(records, said.append)
    assert len(said) == len(written)
    return written


def test_a_failed_record_publishes_the_dispute(claim):
    assert dispute(FAILED) == [claim.slug]
    claim.refresh_from_db()
    assert (claim.status, claim.live) == ("disputed", True)
    assert claim.finding.startswith(SENTENCE)
    assert claim.finding.endswith("Found before: It was so.")
    assert claim.live_revision == claim.latest_revision
    assert claim.latest_revision.as_object().status == "disputed"


def test_the_dispute_stands_in_the_history(claim):
    dispute(FAILED)
    entry = ModelLogEntry.objects.get(action=LOG_ACTION, object_id=str(claim.pk))
    assert entry.data["probe"] == PROBE
    assert entry.data["observed"]["django as it comes"] == 200
    assert "its probe observed" in entry.message


def test_a_second_run_writes_nothing(claim):
    dispute(FAILED)
    claim.refresh_from_db()
    revision = claim.latest_revision_id
    assert dispute(FAILED) == []
    claim.refresh_from_db()
    assert claim.latest_revision_id == revision


def test_the_draft_of_an_editor_stays_the_newest(claim):
    claim.statement = "A better sentence."
    claim.save_revision()
    dispute(FAILED)
    claim.refresh_from_db()
    assert claim.statement != "A better sentence."
    assert claim.status == "disputed"
    assert claim.has_unpublished_changes
    assert claim.latest_revision.as_object().statement == "A better sentence."


def test_a_draft_alone_is_not_published(claim):
    claim.unpublish()
    assert dispute(FAILED) == []
    claim.refresh_from_db()
    assert not claim.live


@pytest.mark.parametrize("outcome", ["confirmed", "not-applicable", "error"])
def test_no_other_outcome_disputes_or_ends_a_dispute(claim, outcome):
    assert dispute(replace(FAILED, outcome=outcome)) == []
    dispute(FAILED)
    assert dispute(replace(FAILED, outcome=outcome)) == []
    claim.refresh_from_db()
    assert claim.status == "disputed"


def test_another_shape_of_answer_is_told_whole(claim):
    dispute(replace(FAILED, expected=[1], observed=None))
    claim.refresh_from_db()
    assert "it expected [1] and observed null with" in claim.finding


def test_there_are_claims_to_speak_about():
    assert claims_are_there()
