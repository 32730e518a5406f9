"""Documents of published versions in memory: parsed once per process and digest.

A digest names its document for ever, so nothing here is ever out of date, in however
many processes. Treat the documents as read-only.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from advisor.engine import RuleSet, parse_rule_set

REMEMBERED_VERSIONS = 16


@dataclass(frozen=True)
class FrozenDocument:
    """A document, equal to every other one with its digest."""

    digest: str
    document: Mapping[str, Any] = field(compare=False, repr=False)


_remembered: "OrderedDict[str, tuple[Mapping[str, Any], RuleSet]]" = OrderedDict()
_lock = Lock()


def known_document(digest: str) -> Mapping[str, Any] | None:
    """The document with this digest if this process has parsed it, else None."""
    entry = _remembered.get(digest)
    return entry[0] if entry else None


def parsed(frozen: FrozenDocument) -> RuleSet:
    """The engine's rule set of a published document; raises RuleSetError if broken."""
    entry = _remembered.get(frozen.digest)
    if entry is None:
        entry = (frozen.document, parse_rule_set(frozen.document))
        with _lock:
            _remembered[frozen.digest] = entry
            while len(_remembered) > REMEMBERED_VERSIONS:
                _remembered.popitem(last=False)
    return entry[1]
