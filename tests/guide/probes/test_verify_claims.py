"""The command from end to end, with the interpreter of the tests and folders apart."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from guide.models import Claim
from guide.probes.catalogue import FACTS
from guide.probes.records import read_record
from tests.guide.probes.conftest import THIS_PYTHON

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]
PROBE = "flask-session-cookie"
CLAIM = "flask-signs-its-session-cookie"


@pytest.fixture
def verify(tmp_path):
    """Run the command; gives what it printed and complained."""

    def run(**options):
        out, err = StringIO(), StringIO()
        options = {"python": THIS_PYTHON, "records": tmp_path / "records"} | options
        call_command("verify_claims", stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return run


def test_it_says_what_it_does_and_keeps_a_record(verify, tmp_path):
    out, _ = verify(only=[PROBE])
    assert f"[ 1/1] {PROBE}: confirmed (took about" in out
    assert "Probes: 1 confirmed." in out
    record = read_record(tmp_path / "records" / f"{PROBE}.json")
    assert record.outcome == "confirmed"
    assert Claim.objects.get(slug=CLAIM).status == "supported"


def test_json_stands_alone_on_standard_output(verify):
    out, err = verify(only=[PROBE, "flask-form-limits"], json=True)
    answer = json.loads(out)
    found = {record["probe"]: record["outcome"] for record in answer["records"]}
    assert found == {PROBE: "confirmed", "flask-form-limits": "confirmed"}
    assert answer["disputed"] == []
    assert "[ 2/2]" in err


def test_an_unknown_probe_is_named_and_nothing_runs(verify, tmp_path):
    with pytest.raises(CommandError, match=r"no probe nothing\. There are: command-"):
        verify(only=[PROBE, "nothing"])
    assert not (tmp_path / "records").exists()


def test_a_folder_that_cannot_be_written_is_named(verify, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match=r"Cannot write .*file"):
        verify(only=[PROBE], records=tmp_path / "file")


def test_an_environment_that_cannot_be_made_is_told(verify, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.DATA_DIR = tmp_path / "file"
    with pytest.raises(CommandError, match=r"Cannot write .*file"):
        verify(only=[PROBE], python=None)


def test_a_changed_expectation_fails_and_disputes_the_claim(
    verify, other_facts, tmp_path
):
    source = (FACTS / f"{PROBE}.py").read_text()
    changed = source.replace('"Secure": False', '"Secure": True')
    assert changed != source
    (other_facts / f"{PROBE}.py").write_text(changed)

    with pytest.raises(CommandError, match=f"Not confirmed: {PROBE}"):
        verify()

    record = read_record(tmp_path / "records" / f"{PROBE}.json")
    claim = Claim.objects.get(slug=CLAIM)
    assert record.outcome == "failed"
    assert claim.status == "disputed"
    assert f"The probe {PROBE} contradicts this" in claim.finding

    # Again the true expectation: the command is content, the dispute is for editors.
    (other_facts / f"{PROBE}.py").write_text(source)
    from guide.probes import catalogue

    catalogue.all_probes.cache_clear()
    verify()
    claim.refresh_from_db()
    assert claim.status == "disputed"


def test_a_probe_that_cannot_run_fails_the_command_and_disputes_nothing(
    verify, other_facts
):
    source = (FACTS / f"{PROBE}.py").read_text()
    broken = source.replace("import base64", "import nothing_like_it")
    (other_facts / f"{PROBE}.py").write_text(broken)
    with pytest.raises(CommandError, match="Not confirmed"):
        verify()
    assert Claim.objects.get(slug=CLAIM).status == "supported"


def test_without_a_database_it_runs_keeps_records_and_says_so(tmp_path):
    done = subprocess.run(
        [
            *(sys.executable, "manage.py", "verify_claims", "--only", PROBE),
            *("--python", sys.executable, "--records", str(tmp_path / "records")),
        ],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(tmp_path / "data"),
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "No claim was updated: the database is not there" in done.stdout
    assert (tmp_path / "records" / f"{PROBE}.json").exists()
