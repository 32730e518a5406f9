"""Probes of a test's own, and the interpreter they run with here.

The separate environment is never made in tests: what runs, runs with the interpreter of
the tests, which has Flask and Django too.
"""

import sys
from pathlib import Path

import pytest

from guide.probes import catalogue
from guide.probes.declaration import read_probe

THIS_PYTHON = Path(sys.executable)


@pytest.fixture
def write_probe(tmp_path):
    """Write a probe that observes by `body`, and read it."""

    def write(body, *, slug="probe", expected="1", more=""):
        path = tmp_path / f"{slug}.py"
        path.write_text(
            f'"""It shows something."""\nPACKAGES = ("Flask",)\n'
            f"EXPECTED = {expected}\n{more}\ndef observe():\n    {body}\n"
        )
        return read_probe(path)

    return write


@pytest.fixture
def other_facts(tmp_path, monkeypatch):
    """A folder of facts in the place of the shipped ones."""
    folder = tmp_path / "facts"
    folder.mkdir()
    monkeypatch.setattr(catalogue, "FACTS", folder)
    catalogue.all_probes.cache_clear()
    yield folder
    catalogue.all_probes.cache_clear()
