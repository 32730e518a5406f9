"""Load one program of the lab by its path. Standard library only."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any


def load_program(path: Path) -> Any:
    """The application object that the program at `path` calls `app`."""
    spec = importlib.util.spec_from_file_location("lab_program", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python program")
    module = importlib.util.module_from_spec(spec)
    sys.modules["lab_program"] = module  # Django finds its URLs by this name
    spec.loader.exec_module(module)
    return module.app


def program_of_environment() -> Any:
    return load_program(Path(os.environ["LAB_PROGRAM"]))
