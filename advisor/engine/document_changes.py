"""What differs between two rule-set documents, words included."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.engine.canonical import canonical_json

Path = tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """One difference at one place.

    `path` names keys and, in lists whose entries have ids, those ids:
    ("questions", "team", "options", "solo", "points", "tools"). `kind` is "added"
    (`before` is None), "removed" (`after` is None), "changed", or "reordered", where
    both hold the ids that the two lists share. Values are those of the documents; an
    entry that was added or removed is one change holding all of it.
    """

    kind: str
    path: Path
    before: object
    after: object

    def as_dict(self) -> dict[str, object]:
        """The change as JSON."""
        return {
            "kind": self.kind,
            "path": list(self.path),
            "before": self.before,
            "after": self.after,
        }


def compare_documents(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[Change, ...]:
    """All differences between two documents that `parse_rule_set` accepts.

    Sorted by path, and empty exactly if the documents are the same JSON. Lists
    without ids (claims, sources) are compared whole.
    """
    changes = _changes((), before, after)
    return tuple(sorted(changes, key=lambda change: (change.path, change.kind)))


def _changes(path: Path, before: object, after: object) -> Iterator[Change]:
    old, new = _by_key(before), _by_key(after)
    if old is None or new is None or _is_list(before) != _is_list(after):
        # 1, 1.0 and True are equal in Python and different in JSON.
        if canonical_json(before) != canonical_json(after):
            yield Change("changed", path, before, after)
        return
    for key in old.keys() | new:
        place = (*path, key)
        if key not in old:
            yield Change("added", place, None, new[key])
        elif key not in new:
            yield Change("removed", place, old[key], None)
        else:
            yield from _changes(place, old[key], new[key])
    if _is_list(before):
        shared_before = [key for key in old if key in new]
        shared_after = [key for key in new if key in old]
        if shared_before != shared_after:
            yield Change("reordered", path, shared_before, shared_after)


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _by_key(value: object) -> Mapping[str, object] | None:
    """An object by its keys, a list by the ids of its entries; None for the rest."""
    if isinstance(value, Mapping):
        return value
    if not isinstance(value, Sequence) or isinstance(value, str):
        return None
    entries: dict[str, object] = {}
    for entry in value:
        name = entry.get("id") if isinstance(entry, Mapping) else None
        if not isinstance(name, str) or name in entries:
            return None
        entries[name] = entry
    return entries
