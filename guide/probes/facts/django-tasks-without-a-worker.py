"""`django.tasks` accepts a task, and Django has no command that would work it off."""

from django.core.management import get_commands
from fresh_project import fresh_project

PACKAGES = ("Django",)
NEEDS = {"Django": "6.0"}
EXPECTED = {
    "built-in backends": ["DummyBackend", "ImmediateBackend"],
    "the default backend runs it": "at once, in the request",
    "commands for a worker": [],
}


def observe():
    fresh_project()
    from django.conf import settings
    from django.tasks import task
    from django.tasks.backends import dummy, immediate

    backends = [dummy.DummyBackend.__name__, immediate.ImmediateBackend.__name__]
    done = task(greet).enqueue()
    default = settings.TASKS["default"]["BACKEND"]
    immediately = default.endswith("ImmediateBackend") and done.is_finished
    return {
        "built-in backends": backends,
        "the default backend runs it": (
            "at once, in the request" if immediately else "elsewhere"
        ),
        "commands for a worker": [c for c in get_commands() if "worker" in c],
    }


def greet():
    return "hello"
