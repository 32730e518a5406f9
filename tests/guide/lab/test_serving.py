"""Served requests: a real server, and a stand-in where no load generator is."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from guide.lab import serving
from guide.lab.plans import FULL
from guide.lab.profiles import find_profile
from guide.lab.serving import Server, ServingError, script_of, serve_and_measure

PYTHON = Path(sys.executable)
STAND_IN = """#!{python}
import sys, urllib.request
if "--version" in sys.argv: sys.exit(print("wrk 0 stand-in"))
urllib.request.urlopen(sys.argv[-1] + "greeting").read()
print("{says}")
"""


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Puts a program called wrk first, which asks once and says what it is told."""

    def put(says):
        program = tmp_path / "wrk"
        program.write_text(STAND_IN.format(python=sys.executable, says=says))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return put


def served():
    plan = replace(FULL, served_starts=1)
    return serve_and_measure(find_profile("json"), PYTHON, plan, lambda line: None)


def test_both_programs_are_served_and_loaded(stand_in):
    stand_in("Requests/sec:   1234.50")
    assert served() == {"flask": [[1234.5]], "django": [[1234.5]]}


@pytest.mark.parametrize(
    "says", ["Requests/sec: 9 Non-2xx or 3xx responses: 4", "nothing"]
)
def test_a_load_with_errors_is_no_measurement(stand_in, says):
    stand_in(says)
    with pytest.raises(ServingError):
        served()


def test_a_server_that_does_not_start_is_said(tmp_path, monkeypatch):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(1)\n")
    monkeypatch.setattr(serving, "PATIENCE", 3.0)
    program = replace(find_profile("json").programs[0], file=broken)
    with pytest.raises(ServingError), Server(program, PYTHON, ""):
        pass


def test_requests_are_written_for_wrk_in_turn():
    ask = {"method": "POST", "path": "/", "body": 'a"b\\', "headers": {"host": "x",
           "cookie": "c=1"}}  # fmt: skip
    script = script_of([ask, ask])
    assert 'wrk.format("POST", "/", {["cookie"] = "c=1"}, "a\\"b\\\\")' in script
    assert "turn = (turn + 1) % 2" in script


def test_the_name_of_the_load_generator_is_recorded(stand_in):
    stand_in("")
    assert serving.load_generator_name() == "wrk 0"
