"""One probe in a process of its own. The interpreter is the one of the tests."""

import os
import time
from pathlib import Path

import pytest

from guide.probes.catalogue import all_probes
from guide.probes.runner import run_probe
from tests.guide.probes.conftest import THIS_PYTHON


@pytest.mark.parametrize("slug", ["flask-session-cookie", "post-without-csrf-token"])
def test_a_shipped_probe_really_confirms_its_fact(slug):
    probe = all_probes()[slug]
    record = run_probe(probe, THIS_PYTHON)
    assert (record.outcome, record.reason) == ("confirmed", "")
    assert record.observed == record.expected
    assert record.packages.keys() == set(probe.packages)
    assert record.digest == probe.digest


def test_another_observation_fails(write_probe):
    record = run_probe(write_probe("return 2"), THIS_PYTHON)
    assert (record.outcome, record.expected, record.observed) == ("failed", 1, 2)


def test_an_error_is_told_in_one_line(write_probe):
    record = run_probe(write_probe('raise OSError("no such thing")'), THIS_PYTHON)
    assert (record.outcome, record.observed) == ("error", None)
    assert record.reason == "OSError: no such thing"


def test_what_cannot_be_told_as_json_is_an_error(write_probe):
    record = run_probe(write_probe("return object()"), THIS_PYTHON)
    assert record.outcome == "error"
    assert "not JSON serializable" in record.reason


def test_an_older_package_is_not_applicable_and_not_confirmed(write_probe):
    more = 'NEEDS = {"Flask": "99.0"}'
    record = run_probe(write_probe("return 1", more=more), THIS_PYTHON)
    assert (record.outcome, record.observed) == ("not-applicable", None)
    assert record.reason.startswith("It needs Flask 99.0 or newer; Flask 3.")


def test_what_it_prints_does_not_disturb_its_answer(write_probe):
    probe = write_probe("import os; print('{}'); os.write(1, b'{}'); return 1")
    assert run_probe(probe, THIS_PYTHON).outcome == "confirmed"


def test_it_sees_nothing_of_our_environment(write_probe, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "of the site")
    body = "import os; return sorted(os.environ)"
    expected = ["HOME", "LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "TMPDIR"]
    seen = run_probe(write_probe(body), THIS_PYTHON).observed
    assert set(seen) - {"LC_CTYPE"} == set(expected)


def test_it_works_in_an_empty_folder_that_goes_away(write_probe):
    body = "import os; open('x', 'w'); return [os.getcwd(), os.listdir()]"
    folder, found = run_probe(write_probe(body), THIS_PYTHON).observed
    assert found == ["x"]
    assert not Path(folder).exists()


def test_the_time_limit_ends_it_with_what_it_started(write_probe, tmp_path):
    note = tmp_path / "pid"
    body = (
        "import subprocess, pathlib; "
        "child = subprocess.Popen(['/bin/sleep', '60']); "
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid)); child.wait()"
    )
    record = run_probe(write_probe(body), THIS_PYTHON, time_limit=5)
    assert record.outcome == "error"
    assert record.reason == "It took longer than 5 seconds."
    assert gone(int(note.read_text()))


def gone(pid):
    """Whether the process ends within five seconds."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.1)
    return False
