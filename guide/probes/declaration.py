"""What a probe's file says about itself, read without running it."""

import ast
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

WORKBENCH = Path(__file__).parent / "workbench"


class DeclarationError(ValueError):
    """A probe's file lacks something; the message names file and thing."""


@dataclass(frozen=True)
class Probe:
    """One probe: what it shows, what it must observe, and with which packages."""

    path: Path
    source: str
    shows: str
    expected: Any
    packages: tuple[str, ...]
    needs: dict[str, str]  # package -> the oldest version that has what is probed
    tools: tuple[str, ...]  # modules of the workbench that it imports

    @property
    def slug(self) -> str:
        return self.path.stem

    @cached_property
    def tool_sources(self) -> dict[str, str]:
        """The workbench modules it uses, by file name."""
        return {
            f"{tool}.py": (WORKBENCH / f"{tool}.py").read_text(encoding="utf-8")
            for tool in self.tools
        }

    @cached_property
    def digest(self) -> str:
        """Changes with the probe's own code and with the tools that it uses."""
        whole = "\0".join([self.source, *self.tool_sources.values()])
        return f"sha256:{hashlib.sha256(whole.encode()).hexdigest()}"


def read_probe(path: Path) -> Probe:
    """The probe in this file. Raises DeclarationError if its file says too little."""
    source = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source)
        stated = {
            statement.targets[0].id: ast.literal_eval(statement.value)
            for statement in tree.body
            if isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and statement.targets[0].id in ("EXPECTED", "PACKAGES", "NEEDS")
        }
    except (SyntaxError, ValueError) as error:
        raise DeclarationError(f"{path.name}: {error}") from error
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    shows = (ast.get_docstring(tree) or "").strip()
    for name, there in {
        "a docstring that says what it shows": bool(shows),
        "EXPECTED": "EXPECTED" in stated,
        "PACKAGES": bool(stated.get("PACKAGES")),
        "a function observe()": "observe" in functions,
    }.items():
        if not there:
            raise DeclarationError(f"{path.name}: {name} is missing.")
    return Probe(
        path=path,
        source=source,
        shows=re.sub(r"\s+", " ", shows.replace("`", "")),
        expected=stated["EXPECTED"],
        packages=tuple(stated["PACKAGES"]),
        needs=stated.get("NEEDS", {}),
        tools=tools_of(tree),
    )


def tools_of(tree: ast.Module) -> tuple[str, ...]:
    known = {path.stem for path in WORKBENCH.glob("*.py")}
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    return tuple(sorted(known & imported))
