"""Runs one probe and prints what it observed. Works inside the separate environment.

Standard library only; started by `runner` with an order on standard input. The answer
is one JSON object on standard output; whatever the probe itself prints goes to
standard error.
"""

import json
import os
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import module_from_spec, spec_from_file_location


def main() -> None:
    answer_to = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    order = json.load(sys.stdin)
    answer = {
        "python": platform.python_version(),
        "packages": {name: installed(name) for name in order["packages"]},
    }
    reason = why_not_applicable(order["needs"])
    if reason:
        answer["not_applicable"] = reason
    else:
        answer["observed"] = observed_by(order["path"], order["workbench"])
    json.dump(answer, answer_to)
    answer_to.flush()


def observed_by(path, workbench):
    sys.path.insert(0, workbench)
    spec = spec_from_file_location("probe", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded")
    module = sys.modules["probe"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.observe()


def why_not_applicable(needs) -> str:
    """One sentence if a package is older than what is probed, else nothing."""
    for name, wanted in needs.items():
        found = installed(name)
        if numbers(found) < numbers(wanted):
            return (
                f"It needs {name} {wanted} or newer; "
                f"{name} {found} is what runs on Python {platform.python_version()}."
            )
    return ""


def installed(name) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "0 (not installed)"


def numbers(version_text) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version_text)[:3]]


if __name__ == "__main__":
    main()
