"""The engine's tests are also run without Django and without a conftest.py."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = [path for path in sorted(HERE.glob("test_*.py")) if path != Path(__file__)]
DRAWING = [path for path in TESTS if "from hypothesis import" in path.read_text()]
ASKED = "import tests.advisor.engine.documents, hypothesis as h; print(h.settings())"


def test_no_case_fails_on_a_slow_machine_even_without_a_conftest():
    command = [sys.executable, "-c", ASKED]
    shown = subprocess.run(command, cwd=HERE.parents[2], capture_output=True, text=True)
    assert "deadline=None" in shown.stdout, shown.stderr


@pytest.mark.parametrize("path", DRAWING, ids=[path.stem for path in DRAWING])
def test_every_drawing_test_takes_the_profile_along(path):
    text = path.read_text()
    assert "tests.advisor.engine.documents" in text or "tests.drawn_cases" in text
