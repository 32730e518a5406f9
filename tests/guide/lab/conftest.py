import pytest

from guide.lab import records
from tests.guide.lab.a_run import make_run


@pytest.fixture
def shipped(monkeypatch, tmp_path):
    """Ships exactly the given runs: `shipped(run, ...)`."""

    def ship(*runs):
        for run in runs:
            records.write_run(run, tmp_path)
        monkeypatch.setattr(records, "RECORDS_DIR", tmp_path)
        records.all_runs.cache_clear()
        return runs

    yield ship
    records.all_runs.cache_clear()


@pytest.fixture
def run(shipped):
    return shipped(make_run())[0]
