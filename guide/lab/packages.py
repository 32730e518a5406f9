"""What a program installs: its packages with all they need, and their size."""

import json
import subprocess
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ASK = (
    "import json, platform, sysconfig; print(json.dumps({"
    "'site': sysconfig.get_path('purelib'), 'python': platform.python_version(),"
    " 'implementation': platform.python_implementation()}))"
)


@dataclass(frozen=True)
class Installed:
    versions: dict[str, str]  # package name -> version, sorted
    size_bytes: int  # files as shipped, without compiled bytecode


def about_interpreter(python: Path) -> dict[str, str]:
    """`site`, `python` (its version) and `implementation` of an interpreter."""
    done = subprocess.run(  # noqa: S603 - the interpreter that will be measured
        [str(python), "-c", ASK], capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


class Shelf:
    """The packages of one environment."""

    def __init__(self, site: str):
        self.known: dict[str, Distribution] = {
            canonicalize_name(found.metadata["Name"]): found
            for found in distributions(path=[site])
        }

    def installed(self, wanted: tuple[str, ...]) -> Installed:
        """`wanted` and everything they need. KeyError where one is missing."""
        names = sorted(self.closure(list(wanted)))
        versions = {
            self.known[name].metadata["Name"]: self.known[name].version
            for name in names
        }
        return Installed(versions, sum(size_of(self.known[name]) for name in names))

    def closure(self, names: list[str]) -> set[str]:
        found: set[str] = set()
        while names:
            name = canonicalize_name(names.pop())
            if name in found:
                continue
            found.add(name)
            for line in self.known[name].requires or []:
                needed = Requirement(line)
                marker = needed.marker
                if marker is None or marker.evaluate({"extra": ""}):
                    names.append(needed.name)
        return found


def size_of(package: Distribution) -> int:
    return sum(
        path.stat().st_size
        for path in (Path(str(file.locate())) for file in package.files or [])
        if path.suffix != ".pyc" and path.exists()
    )
