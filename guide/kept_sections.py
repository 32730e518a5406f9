"""Sections as HTML, kept by everything they are made from.

A page with many claims is mostly sections, and building their blocks was most of its
time. What such a section shows is known before: its own content, and the few facts of
what it refers to. These are the key; so a change elsewhere, another day, another host
or a preview need nobody to forget anything.
"""

from collections.abc import Hashable
from typing import Any

from django.template import Context
from django.utils.safestring import SafeString

from guide.section_readings import WORDS_AND_TABLES, SectionReading
from guide.shelf import Shelf

MOST_KEPT = 1_000  # sections in a process; some 10 MB at their usual length
_kept: dict[Hashable, SafeString] = {}


def sections(context: Context, page: Any) -> SafeString:
    """All sections of a page, whose `shelf` is in the context."""
    shelf = context["shelf"]
    html = []
    for place, reading in enumerate(page.readings):
        key = ingredients(reading, shelf)
        found = _kept.get(key) if key else None
        if found is None:
            block = page.sections[place]
            found = block.render_as_block(context=context.flatten())
            if key:
                _keep(key, found)
        html.append(found)
    return SafeString("".join(html))


def ingredients(reading: SectionReading, shelf: Shelf) -> Hashable | None:
    """All that the section's HTML depends on; None where that is more than this.

    Where the evidence is listed on the page itself, whole claims are shown; some kinds
    of parts are lists of something.
    """
    if not shelf.evidence_url or not reading.kinds <= WORDS_AND_TABLES:
        return None
    facts = [shelf.facts_of(model, int(key)) for model, key, *_ in reading.references]
    return (reading.stored, shelf.evidence_url, *facts)


def _keep(key: Hashable, html: SafeString) -> None:
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[key] = html
