"""The measured programs, side by side, as they stand in the repository today."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from guide.code_samples import Framework, Program, highlighted
from guide.lab.profiles import NAMES, find_profile
from guide.lab.running import digest_of


@dataclass(frozen=True)
class ProgramsShown:
    samples: tuple[Program, ...]  # Django first, by name
    changed: bool  # whether one differs from what the run measured


def programs_of(part: dict[str, Any]) -> ProgramsShown:
    """Of a profile in a record; without samples where the profile is gone."""
    profile = find_profile(part["slug"])
    if profile is None:
        return ProgramsShown((), False)
    files = {program.framework: program.file for program in profile.programs}
    samples = [shown(framework, file) for framework, file in sorted(files.items())]
    measured = {program["framework"]: program["digest"] for program in part["programs"]}
    today = {framework: digest_of(file) for framework, file in files.items()}
    return ProgramsShown(tuple(samples), today != measured)


@cache
def shown(framework: str, file: Path) -> Program:
    source = file.read_text(encoding="utf-8")
    return Program(
        framework=Framework(framework, NAMES[framework]),
        filename="app.py",
        source=source,
        html=highlighted(source),
        run="",
    )
