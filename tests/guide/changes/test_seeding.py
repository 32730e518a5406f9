import pytest

from guide.changes.lab_runs import tell_of_lab_runs
from guide.lab.records import all_runs
from guide.models import Change, Claim

pytestmark = pytest.mark.django_db


def test_a_new_site_begins_with_one_entry():
    entry = Change.objects.get(kind="guide-published")
    assert f"{Claim.objects.count()} claims" in entry.what[0]["after"]
    assert not Change.objects.filter(kind="claim-added").exists()


def test_every_lab_run_is_told_once_with_its_own_time(client):
    tell_of_lab_runs()
    told = Change.objects.filter(kind="lab-run")
    assert [entry.happened_at.isoformat() for entry in told] == [
        run["started_at"] for run in all_runs()
    ]
    assert client.get(told[0].address).status_code == 200
