"""Documents of published versions in memory: parsed once per process and digest.

A digest names its document for ever, so nothing here is ever out of date, in however
many processes. Treat the documents as read-only.
"""

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Protocol

from advisor.engine import RuleSet, canonical_json, parse_rule_set

REMEMBERED_VERSIONS = 16


@dataclass(frozen=True)
class FrozenDocument:
    """A document, equal to every other one with its digest."""

    digest: str
    document: Mapping[str, Any] = field(compare=False, repr=False)


class Published(Protocol):
    """A published version: its number, and the document it froze."""

    @property
    def number(self) -> int: ...

    @property
    def digest(self) -> str: ...

    @property
    def frozen(self) -> FrozenDocument: ...


@dataclass(frozen=True)
class Remembered:
    """A document with sorted keys, so that every process shows the same bytes."""

    document: Mapping[str, Any]
    rule_set: RuleSet


_remembered: OrderedDict[str, Remembered] = OrderedDict()
_lock = Lock()


def known(digest: str) -> Remembered | None:
    """What this process has read and parsed already, else None."""
    return _remembered.get(digest)


def remember(frozen: FrozenDocument) -> Remembered:
    """Parse once and keep; raises RuleSetError if the document is broken."""
    entry = known(frozen.digest)
    if entry is None:
        document = json.loads(canonical_json(frozen.document))
        entry = Remembered(document, parse_rule_set(document))
        with _lock:
            _remembered[frozen.digest] = entry
            while len(_remembered) > REMEMBERED_VERSIONS:
                _remembered.popitem(last=False)
    return entry


def parsed(frozen: FrozenDocument) -> RuleSet:
    """The engine's rule set of a published document."""
    return remember(frozen).rule_set
