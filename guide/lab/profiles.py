"""The profiles: equal programs, the features they share, and what they must answer."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PROGRAMS_DIR = Path(__file__).parent / "programs"
REFERENCE = "django"
NAMES = {"django": "Django", "flask": "Flask", "quart": "Quart"}


@dataclass(frozen=True)
class Program:
    key: str  # "flask", or "flask-threads" for a variant
    framework: str
    name: str
    file: Path
    interface: str  # "wsgi" or "asgi"
    threads: int
    packages: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    slug: str
    title: str
    summary: str
    equal: bool  # whether both sides have the same features
    features: tuple[str, ...]
    not_on: tuple[str, ...]
    programs: tuple[Program, ...]  # the reference last
    requests: tuple[dict[str, Any], ...]
    token_from: str
    headers: tuple[str, ...]  # security headers that every answer must carry
    at_once: int  # how many requests are in flight together; 0 is one by one

    @property
    def measured(self) -> list[int]:
        """Places in `requests` of those that are timed."""
        return [n for n, ask in enumerate(self.requests) if ask.get("measured")]

    @property
    def data(self) -> Path | None:
        path = PROGRAMS_DIR / self.slug / "data.sql"
        return path if path.exists() else None

    def task(self, program: Program) -> dict[str, Any]:
        """What a worker has to know."""
        return {
            "program": str(program.file),
            "interface": program.interface,
            "threads": program.threads,
            "requests": list(self.requests),
            "token_from": self.token_from,
            "measured": self.measured,
        }


@cache
def all_profiles() -> tuple[Profile, ...]:
    """Every profile, in the order of the page."""
    found = [_read(path) for path in PROGRAMS_DIR.glob("*/profile.toml")]
    return tuple(profile for _order, profile in sorted(found, key=lambda pair: pair[0]))


def find_profile(slug: str) -> Profile | None:
    return next((p for p in all_profiles() if p.slug == slug), None)


def _read(path: Path) -> tuple[int, Profile]:
    with path.open("rb") as file:
        about = tomllib.load(file)
    folder = path.parent
    profile = Profile(
        slug=folder.name,
        title=about["title"],
        summary=about["summary"],
        equal=about.get("equal", True),
        features=tuple(about["features"]),
        not_on=tuple(about["not_on"]),
        programs=tuple(_program(folder, about, key) for key in about["packages"]),
        requests=tuple(about["requests"]),
        token_from=about.get("token_from", ""),
        headers=tuple(about.get("headers", ())),
        at_once=about.get("at_once", 0),
    )
    return about["order"], profile


def _program(folder: Path, about: dict[str, Any], key: str) -> Program:
    more = about.get("programs", {}).get(key, {})
    file = more.get("file", f"{key}.py")
    framework = file.removesuffix(".py")
    return Program(
        key=key,
        framework=framework,
        name=more.get("name", NAMES[framework]),
        file=folder / file,
        interface=more.get("interface", "wsgi"),
        threads=more.get("threads", 1),
        packages=tuple(about["packages"][key]),
    )
