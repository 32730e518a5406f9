"""The shipped words: TOML files read into records, each with the place it came from."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

CONTENT_DIR = Path(__file__).parent / "content"

# What a record may hold; a key that ends in "?" may be missing. Blocks check their own
# contents when they are built, so a list of blocks is only "list" here.
SOURCE = {"title": str, "url": str, "retrieved_on": date}
CLAIM = {
    "slug": str,
    "statement": str,
    "finding?": str,
    "frameworks": list,
    "versions": str,
    "status": str,
    "grade": str,
    "checked_on": date,
    "review_by": date,
    "fact_check?": list,
    "probe?": str,
    "sources?": list,
}
RELEASE = {
    "version": str,
    "latest": str,
    "released_on": date,
    "supported_until?": date,
    "lts": bool,
    "python": str,
    "note?": str,
    "source": dict,
}
FRAMEWORK = {
    "slug": str,
    "name": str,
    "summary": str,
    "website": str,
    "repository": str,
    "licence": str,
    "first_released_on?": date,
    "releases?": list,
}
COMPARISON = {
    "slug": str,
    "title": str,
    "summary": str,
    "intro?": str,
    "frameworks": list,
    "reviewed_on": date,
    "rows": list,
}
PAGE = {
    "type": str,
    "parent?": str,
    "slug": str,
    "title": str,
    "summary": str,
    "reviewed_on": date,
    "order?": int,
    "sections?": list,
}
PAGE_EXTRAS: dict[str, dict[str, type]] = {
    "article": {},
    "home": {"question": str, "answers": list, "entries": list, "tables?": list},
    "index": {"intro?": str},
    "framework": {"framework": str},
    "case-study": {
        "organisation": str,
        "decided_on?": date,
        "decided": str,
        "chose": list,
        "considered": list,
        "outcome": str,
        "source": dict,
    },
}


class ContentError(ValueError):
    """Something is wrong in the shipped content; the message names file and place."""


@dataclass(frozen=True)
class Record:
    """One entry of a content file. `place` is what a message calls it."""

    place: str
    data: dict[str, Any]

    @property
    def slug(self) -> str:
        return self.data["slug"]


@dataclass
class Content:
    frameworks: list[Record] = field(default_factory=list)
    claims: list[Record] = field(default_factory=list)
    comparisons: list[Record] = field(default_factory=list)
    pages: list[Record] = field(default_factory=list)


def load_content(folder: Path = CONTENT_DIR) -> Content:
    """Every record under `folder`. Raises ContentError at the first wrong one."""
    content = Content(
        frameworks=list(_entries(folder, "frameworks.toml", "framework", FRAMEWORK)),
        claims=list(_entries(folder, "claims/*.toml", "claim", CLAIM)),
        comparisons=list(_comparisons(folder)),
        pages=list(_pages(folder)),
    )
    for records in (content.frameworks, content.claims, content.comparisons):
        _refuse_twins(records)
    for record in content.frameworks:
        for release in record.data.get("releases", []):
            place = f"{record.place}, release {release.get('version')}"
            _check(place, release, RELEASE)
            _check(f"{place}, source", release["source"], SOURCE)
    for record in content.claims:
        for source in record.data.get("sources", []):
            _check(f"{record.place}, source {source.get('url')}", source, SOURCE)
    return content


def _entries(folder: Path, pattern: str, table: str, shape: dict) -> Iterator[Record]:
    for path in sorted(folder.glob(pattern)):
        document = _read(folder, path)
        _check(_name(folder, path), document, {table: list})
        for number, data in enumerate(document[table], start=1):
            place = f"{_name(folder, path)}, {table} {data.get('slug', number)}"
            _check(place, data, shape)
            yield Record(place, data)


def _comparisons(folder: Path) -> Iterator[Record]:
    for path in sorted(folder.glob("comparisons/*.toml")):
        data = _read(folder, path)
        _check(_name(folder, path), data, COMPARISON)
        yield Record(_name(folder, path), data)


def _pages(folder: Path) -> Iterator[Record]:
    """Pages, each with the sections from a folder of its own name."""
    for path in sorted((folder / "pages").rglob("*.toml")):
        data = _read(folder, path)
        if "type" not in data:
            if not path.parent.with_suffix(".toml").exists():
                raise ContentError(f"{_name(folder, path)}: a page needs a type")
            continue
        kind = data["type"]
        if kind not in PAGE_EXTRAS:
            raise ContentError(f"{_name(folder, path)}: unknown type {kind!r}")
        _check(_name(folder, path), data, PAGE | PAGE_EXTRAS[kind])
        if "source" in data:
            _check(f"{_name(folder, path)}, source", data["source"], SOURCE)
        more = [
            section
            for part in sorted(path.with_suffix("").glob("*.toml"))
            for section in _sections(folder, part)
        ]
        if more:
            data["sections"] = data.get("sections", []) + more
        yield Record(_name(folder, path), data)


def _sections(folder: Path, path: Path) -> list[dict[str, Any]]:
    document = _read(folder, path)
    if "type" in document:  # a page of its own, below an index page of that name
        return []
    _check(_name(folder, path), document, {"sections": list})
    return document["sections"]


def _read(folder: Path, path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{_name(folder, path)}: {error}") from error


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _check(place: str, data: Any, shape: dict[str, type]) -> None:
    if not isinstance(data, dict):
        raise ContentError(f"{place}: a table is wanted, not {data!r}")
    wanted = {key.removesuffix("?"): kind for key, kind in shape.items()}
    for key in data:
        if key not in wanted:
            raise ContentError(f"{place}: unknown key {key!r}")
    for key in shape:
        if not key.endswith("?") and key not in data:
            raise ContentError(f"{place}: {key!r} is missing")
    for key, value in data.items():
        if not isinstance(value, wanted[key]):
            kind = wanted[key].__name__
            raise ContentError(f"{place}: {key!r} must be a {kind}, not {value!r}")


def _refuse_twins(records: list[Record]) -> None:
    seen: dict[str, str] = {}
    for record in records:
        if record.slug in seen:
            raise ContentError(
                f"{record.place}: the slug {record.slug!r} is already used "
                f"in {seen[record.slug]}"
            )
        seen[record.slug] = record.place
