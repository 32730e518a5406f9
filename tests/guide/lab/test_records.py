"""The committed runs, record by record."""

import json

import pytest
from pydantic import ValidationError

from guide.lab.intervals import ratio_interval
from guide.lab.machine import DISTURBED
from guide.lab.metrics import METRICS
from guide.lab.records import RECORDS_DIR, all_runs, newest_run, read_runs, write_run
from guide.lab.running import plain, run_id
from guide.lab.schemas import RunOut
from tests.guide.lab.a_run import make_run

RUNS = read_runs(RECORDS_DIR)


def test_a_full_run_is_shipped():
    assert [run for run in RUNS if run["plan"] == "full"]


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run["id"])
def test_a_record_has_the_documented_shape_and_its_own_name(run):
    RunOut.model_validate(run)
    assert run["id"] == run_id(run)
    assert (RECORDS_DIR / f"{run['id']}.json").exists()


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run["id"])
def test_the_published_intervals_follow_from_the_samples(run):
    for profile in run["profiles"]:
        for part in profile["metrics"]:
            samples = part["samples"]
            for key, ratio in part["ratios"].items():
                sides = (samples["django"], samples[key])
                if METRICS[part["metric"]].more_is_better:
                    sides = sides[::-1]
                assert plain(ratio_interval(*sides)) == ratio


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run["id"])
def test_a_record_says_truly_whether_it_was_disturbed(run):
    shares = [m["others_share"] for p in run["profiles"] for m in p["metrics"]]
    assert run["disturbed"] == any((share or 0) > DISTURBED for share in shares)


def test_a_changed_record_no_longer_has_its_name():
    run = make_run()
    run["seconds"] += 1
    assert run_id(run) != run["id"]


def test_a_record_is_read_back_as_it_was_written(tmp_path):
    run = make_run()
    path = write_run(run, tmp_path)
    assert json.loads(path.read_text()) == run
    assert read_runs(tmp_path) == (run,)


def test_an_unknown_field_is_not_a_record():
    with pytest.raises(ValidationError):
        RunOut.model_validate(make_run() | {"more": 1})


def test_runs_are_read_once(run):
    assert all_runs() is all_runs()


def test_without_a_full_run_the_newest_of_any_kind_is_shown(shipped):
    old = make_run(plan="quick")
    new = make_run(plan="quick", started_at="2026-12-01T10:00:00+00:00")
    shipped(old, new)
    assert newest_run() == new
