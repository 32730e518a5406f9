"""Small real runs of the instrument, with the packages of the tests."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from guide.lab.intervals import ratio_interval
from guide.lab.measuring import in_turn, measure
from guide.lab.plans import Plan
from guide.lab.process import Worker, WorkerError
from guide.lab.profiles import find_profile

PYTHON = Path(sys.executable)
SMALL = Plan("custom", 3, 4, 4.0, 2, 0, 0)


def twins():
    """The bare Flask program, twice."""
    profile = find_profile("json")
    flask = profile.programs[0]
    return replace(profile, programs=(flask, replace(flask, key="django")))


def compared(slow_down):
    measured = measure(twins(), PYTHON, SMALL, lambda line: None, slow_down)
    return ratio_interval(measured.cpu_us["flask"], measured.cpu_us["django"])


def test_a_real_run_calls_a_program_equal_to_itself():
    """Wide on purpose: on a busy machine one run of a hundred may miss."""
    found = compared({})
    assert found.low < 1.1
    assert found.high > 0.9


def test_a_real_run_finds_an_injected_slow_down():
    assert compared({"flask": 0.5}).best > 1.2


def test_every_start_and_round_is_kept():
    lines = []
    measured = measure(find_profile("json"), PYTHON, SMALL, lines.append)
    for samples in (measured.cpu_us, measured.cold_ms, measured.memory_mib):
        assert set(samples) == {"flask", "django"}
        assert {len(starts) for starts in samples.values()} == {3}
    assert [len(start) for start in measured.cpu_us["flask"]] == [4, 4, 4]
    assert all(v > 0 for start in measured.cold_ms["django"] for v in start)
    assert len(lines) == 3


def test_requests_that_wait_together_are_timed_together():
    profile = find_profile("fan-out")
    kept = tuple(p for p in profile.programs if p.framework != "quart")
    small = replace(profile, programs=kept, at_once=8)
    measured = measure(small, PYTHON, SMALL, print)
    one_thread, eight = (
        min(value for start in measured.together_ms[key] for value in start)
        for key in ("flask", "flask-threads")
    )
    assert one_thread >= 8 * 20
    assert eight >= 20


def test_the_order_alternates():
    assert [in_turn([1, 2, 3], n) for n in (0, 1, 2)] == [
        [1, 2, 3],
        [3, 2, 1],
        [1, 2, 3],
    ]


def test_a_program_that_breaks_says_why(tmp_path):
    broken = tmp_path / "flask.py"
    broken.write_text("raise RuntimeError('no such luck')\n")
    profile = find_profile("json")
    task = profile.task(replace(profile.programs[0], file=broken))
    with pytest.raises(WorkerError, match="no such luck"):
        Worker(PYTHON, task, "", seed=1)


def test_a_worker_ends_with_its_block():
    profile = find_profile("json")
    with Worker(PYTHON, profile.task(profile.programs[0]), "", seed=1) as worker:
        assert worker.process.poll() is None
    assert worker.process.poll() is not None
