"""`manage.py lab`, really run, on the packages of the tests."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from guide.lab import serving
from guide.lab.plans import FULL, QUICK
from guide.lab.profiles import find_profile
from guide.lab.schemas import RunOut


def lab(folder, *options):
    out = io.StringIO()
    call_command("lab", "--python", sys.executable, "--records", str(folder),
                 *options, stdout=out, stderr=io.StringIO())  # fmt: skip
    return out.getvalue()


def test_a_run_leaves_a_record_of_the_documented_shape(tmp_path):
    said = lab(tmp_path, "--quick", "--profile", "json", "--starts", "3",
               "--rounds", "2")  # fmt: skip
    [path] = tmp_path.glob("*.json")
    run = json.loads(path.read_text())
    RunOut.model_validate(run)
    assert run["plan"] == "custom"
    assert path.stem == run["id"]
    assert "A JSON answer, bare" in said
    [profile] = run["profiles"]
    assert [program["package_count"] for program in profile["programs"]] == [7, 3]
    assert [m["metric"] for m in profile["metrics"]] == ["cpu", "cold", "memory"]
    assert profile["not_measured"] == {"served": "not measured: left out of this run"}


@pytest.mark.parametrize(
    "options", [["--starts", "2"], ["--rounds", "3"], ["--rounds", "-2"]]
)
def test_a_plan_without_an_interval_is_refused(tmp_path, options):
    with pytest.raises(CommandError, match="At least 3 starts"):
        lab(tmp_path, *options)
    assert not list(tmp_path.iterdir())


def test_an_unknown_profile_is_refused(tmp_path):
    with pytest.raises(CommandError, match="invalid choice"):
        lab(tmp_path, "--profile", "nothing")


def test_a_python_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="Cannot write or start"):
        call_command("lab", "--quick", "--python", str(tmp_path / "none"))


def test_without_a_load_generator_the_record_says_so(monkeypatch):
    monkeypatch.setenv("PATH", "")
    said = serving.why_not(find_profile("json"), serving.Path(sys.executable), FULL)
    assert said == "not measured: no load generator (wrk) is installed"


def test_a_quick_run_serves_nothing():
    said = serving.why_not(find_profile("json"), serving.Path(sys.executable), QUICK)
    assert said == "not measured: left out of this run"
