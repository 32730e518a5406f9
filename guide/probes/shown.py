"""A probe as the pages show it: its last run, its source, how to repeat it."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.safestring import SafeString

from guide.code_samples import highlighted
from guide.probes.catalogue import all_probes
from guide.probes.records import ProbeRecord, record_of


@dataclass(frozen=True)
class ShownFile:
    name: str
    html: SafeString


@dataclass(frozen=True)
class ShownProbe:
    slug: str
    shows: str
    record: ProbeRecord | None
    observed: str  # as JSON text, only where it differs from what was expected
    expected: str
    file: ShownFile
    tools: tuple[ShownFile, ...]
    command: str


@cache
def shown_probe(slug: str) -> ShownProbe | None:
    """The probe of this name, or None if there is none. Kept for the process."""
    probe = all_probes().get(slug)
    if probe is None:
        return None
    record = record_of(slug)
    return ShownProbe(
        slug=slug,
        shows=probe.shows,
        record=record,
        expected=as_text(probe.expected),
        observed=as_text(record.observed) if record and record.is_trouble else "",
        file=ShownFile(probe.path.name, highlighted(probe.source)),
        tools=tuple(
            ShownFile(name, highlighted(source))
            for name, source in probe.tool_sources.items()
        ),
        command=f"python3 manage.py verify_claims --only {slug}",
    )


def as_text(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
