"""Every probe there is, found by its file."""

from functools import cache
from pathlib import Path

from guide.probes.declaration import Probe, read_probe

FACTS = Path(__file__).parent / "facts"


@cache
def all_probes() -> dict[str, Probe]:
    """Probes by slug, in the order of their slugs. Kept for the process."""
    return {path.stem: read_probe(path) for path in sorted(FACTS.glob("*.py"))}


def probe_slugs() -> list[str]:
    """Names alone, without reading a file."""
    return sorted(path.stem for path in FACTS.glob("*.py"))


def probe_choices() -> list[tuple[str, str]]:
    """(slug, slug) of every probe, for a form."""
    return [(slug, slug) for slug in probe_slugs()]
