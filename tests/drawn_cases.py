"""How hypothesis draws cases here, wherever a test is run from.

Imported by tests/conftest.py, and by the engine's documents for runs without it: with
hypothesis' own 200 ms for a case, a busy machine alone makes a test fail ("Unreliable
test timings"). What must land is decided on the same cases every time.
"""

import os

from hypothesis import settings

settings.register_profile(
    "house", max_examples=40, deadline=None, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("house")
