"""Whether a whole document, ignored keys included, can be kept as JSON."""

import math
from collections.abc import Iterator, Mapping

from advisor.engine.canonical import canonical_json
from advisor.engine.fields import Report, step
from advisor.engine.limits import MAX_DEPTH, MAX_DOCUMENT_BYTES, MAX_JSON_INTEGER


def check_json(document: Mapping[str, object], report: Report) -> None:
    """Report what canonical JSON can't hold, too deep nesting and too many bytes."""
    stack: list[tuple[str, object, int]] = [("", document, 1)]
    seen = 0
    while stack:
        path, value, depth = stack.pop()
        seen += 1
        if seen > MAX_DOCUMENT_BYTES:
            report.add("document", f"must have at most {MAX_DOCUMENT_BYTES} values")
            return
        if not isinstance(value, Mapping | list | tuple):
            _check_scalar(value, path, report)
        elif depth > MAX_DEPTH:
            report.add(path, f"must not be nested deeper than {MAX_DEPTH} levels")
        else:
            stack.extend(
                (where, part, depth + 1) for where, part in _parts(value, path, report)
            )
    if not report.problems:
        _check_size(document, report)


def _parts(value: object, path: str, report: Report) -> Iterator[tuple[str, object]]:
    if isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield f"{path}[{index}]", part
    elif isinstance(value, Mapping):
        for key, part in value.items():
            where = step(path, key)
            if not isinstance(key, str):
                report.wrong(where, "a key of text", key)
            else:
                _check_scalar(key, where, report)
            yield where, part


def _check_scalar(value: object, path: str, report: Report) -> None:
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            report.add(path, "must be text without lone surrogates")
    elif isinstance(value, int):
        if abs(value) > MAX_JSON_INTEGER:
            report.wrong(path, f"a number up to {MAX_JSON_INTEGER}", value)
    elif not isinstance(value, float):
        report.wrong(path, "text, a number, true, false or null", value)
    elif not math.isfinite(value):
        report.wrong(path, "a finite number", value)


def _check_size(document: Mapping[str, object], report: Report) -> None:
    size = len(canonical_json(document))
    if size > MAX_DOCUMENT_BYTES:
        report.add(
            "document", f"must have at most {MAX_DOCUMENT_BYTES} bytes, not {size}"
        )
