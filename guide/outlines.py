"""A comparison table in a few lines, for pages that name it and do not show it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

WORDS = {
    "built-in": "built in",
    "add-on": "by an add-on",
    "by-hand": "by hand",
    "not-possible": "not possible",
}


@dataclass(frozen=True)
class Tally:
    framework: Any
    text: str  # for example "14 built in, 5 by an add-on, 4 by hand"


@dataclass(frozen=True)
class Outline:
    slug: str
    title: str
    summary: str
    url: str
    criteria: tuple[str, ...]
    tallies: tuple[Tally, ...]  # empty where no cell has a grade


def outline_of(page, frameworks: dict[int, Any]) -> Outline:
    """Read off what is stored: building every block would cost ten times as much."""
    rows = [row["value"] for row in page.rows.raw_data]
    columns = [frameworks.get(child["value"]) for child in page.columns.raw_data]
    grades: dict[int, Counter] = {}
    for cell in _cells(rows):
        grades.setdefault(cell["framework"], Counter())[cell["grade"]] += 1
    tallies = (
        Tally(framework, _in_words(grades.get(framework.pk, Counter())))
        for framework in columns
        if framework
    )
    return Outline(
        slug=page.slug,
        title=page.title,
        summary=page.summary,
        url=page.url,
        criteria=tuple(row["criterion"] for row in rows),
        tallies=tuple(tally for tally in tallies if tally.text),
    )


def _cells(rows: Iterable[dict]) -> Iterator[dict]:
    for row in rows:
        for item in row["cells"]:
            yield item.get("value", item)


def _in_words(counts: Counter) -> str:
    return ", ".join(
        f"{counts[key]} {said}" for key, said in WORDS.items() if counts[key]
    )
